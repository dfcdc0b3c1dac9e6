package dev.skillpod.app.command;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.store.model.CorruptModelException;
import dev.skillpod.store.model.ModelFiles;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the versions of the models. */
@Command(name = "models", description = "List the versions of the models under MODEL_PATH, the newest first.")
public final class ModelsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        var files = new ModelFiles(Settings.read(System.getenv()).modelPath(), InstantSource.system());
        String current = files.currentVersion(RecommenderFiles.MODEL).orElse("");
        for (String version : files.versions(RecommenderFiles.MODEL)) {
            String mark = version.equals(current) ? "*" : " ";
            Provenance provenance;
            try {
                provenance = files.load(RecommenderFiles.MODEL, version).provenance();
            } catch (CorruptModelException e) {
                System.out.println(mark + " " + RecommenderFiles.MODEL + " " + version + " damaged: " + e.getMessage());
                continue;
            }
            System.out.printf(
                    "%s %s %s trained %s on %s data until %s %s%n",
                    mark,
                    RecommenderFiles.MODEL,
                    version,
                    provenance.trainedAt(),
                    provenance.dataSource(),
                    provenance.dataUntil(),
                    new TreeMap<>(provenance.metrics()));
        }
        return 0;
    }
}
