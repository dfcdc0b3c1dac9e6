package dev.skillpod.app.command;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.GapModelFiles;
import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.app.runtime.TracingModelFiles;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.store.model.CorruptModelException;
import dev.skillpod.store.model.ModelFiles;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the versions of the models. */
@Command(name = "models", description = "List the versions of the models under MODEL_PATH, the newest first.")
public final class ModelsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        var files = new ModelFiles(Settings.read(System.getenv()).modelPath(), InstantSource.system());
        for (String model : List.of(RecommenderFiles.MODEL, GapModelFiles.MODEL, TracingModelFiles.MODEL)) {
            String current = files.currentVersion(model).orElse("");
            for (String version : files.versions(model)) {
                System.out.println((version.equals(current) ? "*" : " ") + " " + model + " " + version + " "
                        + described(files, model, version));
            }
        }
        return 0;
    }

    private static String described(ModelFiles files, String model, String version) {
        try {
            Provenance provenance = files.load(model, version).provenance();
            return "trained %s on %s data until %s %s"
                    .formatted(
                            provenance.trainedAt(),
                            provenance.dataSource(),
                            provenance.dataUntil(),
                            new TreeMap<>(provenance.metrics()));
        } catch (CorruptModelException e) {
            return "damaged: " + e.getMessage();
        }
    }
}
