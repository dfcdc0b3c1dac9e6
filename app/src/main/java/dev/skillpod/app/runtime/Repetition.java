package dev.skillpod.app.runtime;

import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.NoSuchVersionException;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.store.model.CorruptModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A training run again from the provenance of a version: the same window, seed and parameters. The same data and program give
 * the same bytes; where they do not, this says what differs.
 *
 * @param repeated the version
 * @param agree the files that are the same, byte for byte
 * @param differ the files that are not, or are there only once
 * @param causes what else is not the same: rows, parameters, program
 * @param restored the version under which the result was registered, because the files of the old one are lost; or null
 */
public record Repetition(
        ModelVersion repeated,
        List<String> agree,
        List<String> differ,
        List<String> causes,
        @Nullable String restored) {
    /** Returns whether every file came out the same. */
    public boolean same() {
        return differ.isEmpty() && restored == null;
    }

    /**
     * Trains again. Nothing is registered, unless the files of the version are lost.
     *
     * @throws NoSuchVersionException when there is no such version
     */
    public static Repetition of(
            Platform platform, ModelKind<?> kind, String version, int threads, Progress progress, String by) {
        ModelVersion old = platform.registry()
                .find(kind.name(), version)
                .orElseThrow(() -> new NoSuchVersionException(kind.name(), version));
        Provenance from = old.provenance();
        var run = new TrainingRun(from.seed(), threads, TrainingSources.asOf(from), progress);
        Training.Fitted again = new Training(TrainingSources.of(platform, from)).fit(kind, run);
        List<String> causes = causes(from, again.provenance());
        try {
            Map<String, byte[]> files =
                    platform.registry().load(kind.name(), version).files();
            return compared(old, files, again.files(), causes);
        } catch (CorruptModelException e) {
            String restored = platform.registry()
                    .register(kind.name(), again.files(), again.provenance(), by)
                    .version();
            return new Repetition(old, List.of(), List.of(), causes, restored);
        }
    }

    private static Repetition compared(
            ModelVersion version, Map<String, byte[]> before, Map<String, byte[]> after, List<String> causes) {
        var agree = new ArrayList<String>();
        var differ = new ArrayList<String>();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            boolean same = before.containsKey(name)
                    && after.containsKey(name)
                    && Arrays.equals(before.get(name), after.get(name));
            (same ? agree : differ).add(name);
        }
        return new Repetition(version, agree, differ, causes, null);
    }

    private static List<String> causes(Provenance before, Provenance after) {
        var causes = new ArrayList<String>();
        if (!before.codeVersion().equals(after.codeVersion())) {
            causes.add("program: " + (before.codeVersion().isEmpty() ? "unknown" : before.codeVersion()) + ", now "
                    + after.codeVersion());
        }
        differences("rows", before.rowCounts(), after.rowCounts(), causes);
        differences("parameter", before.parameters(), after.parameters(), causes);
        return causes;
    }

    private static void differences(String what, Map<String, ?> before, Map<String, ?> after, List<String> causes) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.remove(Provenance.AS_OF);
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                causes.add(what + " " + name + ": " + before.get(name) + ", now " + after.get(name));
            }
        }
    }
}
