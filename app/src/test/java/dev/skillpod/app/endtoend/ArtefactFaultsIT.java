package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.app.runtime.ModelKind;
import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.core.model.TrainedModel;
import dev.skillpod.core.recommend.ranking.ContentRanker;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.store.model.CorruptModelException;
import dev.skillpod.store.model.ModelFiles;
import dev.skillpod.store.model.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Harmed artefacts of every kind of model: cut short, bits flipped, links, names that lead elsewhere. On the disk each is refused,
 * because no hash matches; past the hashes (an attacker can write a manifest) the readers refuse it or read something that fits,
 * and nothing worse happens. {@link ManyArtefactFaultsIT} harms forty times as many.
 */
class ArtefactFaultsIT {
    private static final Duration LONGEST_READ = Duration.ofSeconds(20);

    @TempDir
    Path root;

    /** How many artefacts are harmed of each kind of model, half of them on the disk and half past the hashes. */
    int cases() {
        return 50;
    }

    private final ModelFiles served = new ModelFiles(StarterService.get().models(), InstantSource.system());

    private List<StoredModel> artefacts() {
        var artefacts = new ArrayList<StoredModel>();
        for (String model : ModelKinds.names()) {
            served.current(model).ifPresent(artefacts::add);
        }
        assertThat(artefacts)
                .as("every kind is trained on the starter world")
                .hasSize(ModelKinds.names().size());
        return artefacts;
    }

    @Test
    void whatIsHarmedOnTheDiskIsRefused() throws IOException {
        var random = new SplittableRandom(20_261_126);
        var files = new ModelFiles(root, InstantSource.system());
        for (StoredModel artefact : artefacts()) {
            String version = files.stage(artefact.model(), artefact.files(), artefact.provenance());
            Path folder = root.resolve(artefact.model()).resolve(version);
            for (int c = 0; c < cases() / 2; c++) {
                Path victim = pick(folder, random);
                byte[] before = Files.readAllBytes(victim);
                Files.write(victim, harmed(before, random));
                assertThatThrownBy(() -> files.load(artefact.model(), version))
                        .as("%s case %d", victim, c)
                        .isInstanceOf(CorruptModelException.class);
                Files.write(victim, before);
            }
            assertThat(files.load(artefact.model(), version).files())
                    .hasSize(artefact.files().size());
            System.out.println(cases() / 2 + " artefacts of " + artefact.model() + " harmed on the disk: all refused");
        }
    }

    @Test
    void whatIsHarmedPastTheHashesIsRefusedOrFits() {
        var random = new SplittableRandom(20_261_127);
        for (StoredModel artefact : artefacts()) {
            int refused = 0;
            long slowest = 0;
            for (int c = 0; c < cases() / 2; c++) {
                var files = new HashMap<>(artefact.files());
                String name = pick(files, random);
                files.put(name, harmed(files.get(name), random));
                long begin = System.nanoTime();
                if (!reads(ModelKinds.named(artefact.model()), files, artefact)) {
                    refused++;
                }
                slowest = Math.max(slowest, System.nanoTime() - begin);
                assertThat(Duration.ofNanos(slowest))
                        .as("%s case %d of %s", name, c, artefact.model())
                        .isLessThan(LONGEST_READ);
            }
            System.out.printf(
                    "%d artefacts of %s harmed past the hashes: %d refused, %d read as something that fits, slowest %d ms%n",
                    cases() / 2, artefact.model(), refused, cases() / 2 - refused, slowest / 1_000_000);
            assertThat(refused).as(artefact.model()).isPositive();
        }
    }

    /** Reads as the service does before it serves; anything but a refusal by an exception of the program's ends the test. */
    private static <T extends TrainedModel> boolean reads(
            ModelKind<T> kind, Map<String, byte[]> files, StoredModel artefact) {
        try {
            T read = kind.reader().read(files, artefact.provenance());
            if (read instanceof TrainedRecommender recommender) {
                new ContentRanker(TreeEnsemble.parse(recommender.ranker()), recommender.scale());
                recommender.relevance().forEach(TreeEnsemble::parse);
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void linksAndFoldersInPlaceOfFilesAreRefused() throws IOException {
        var files = new ModelFiles(root, InstantSource.system());
        StoredModel artefact = artefacts().getFirst();
        String version = files.stage(artefact.model(), artefact.files(), artefact.provenance());
        Path folder = root.resolve(artefact.model()).resolve(version);
        for (String name : new TreeSet<>(artefact.files().keySet())) {
            Path victim = folder.resolve(name);
            Path elsewhere = root.resolve("elsewhere-" + name);
            Files.move(victim, elsewhere);
            Files.createSymbolicLink(victim, elsewhere);
            assertThatThrownBy(() -> files.load(artefact.model(), version))
                    .isInstanceOf(CorruptModelException.class)
                    .hasMessageContaining("not a plain file");
            Files.delete(victim);
            Files.createDirectory(victim);
            assertThatThrownBy(() -> files.load(artefact.model(), version)).isInstanceOf(CorruptModelException.class);
            Files.delete(victim);
            Files.move(elsewhere, victim);
        }
        Path moved = Files.move(folder, root.resolve("moved"));
        Files.createSymbolicLink(folder, moved);
        assertThatThrownBy(() -> files.load(artefact.model(), version))
                .isInstanceOf(CorruptModelException.class)
                .hasMessageContaining("not a plain folder");
    }

    @Test
    void namesThatLeadElsewhereAreRefused() {
        var files = new ModelFiles(root, InstantSource.system());
        for (String name :
                List.of("../x", "..", "/etc/passwd", "a/b", "a\\b", ".hidden", "", "x\0y", "manifest.json")) {
            assertThatThrownBy(() -> files.stage(
                            "recommender",
                            Map.of(name, new byte[] {1}),
                            artefacts().getFirst().provenance()))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> files.load(name, "20261123-073239-633a0f67"))
                    .as(name)
                    .isInstanceOfAny(IllegalArgumentException.class, CorruptModelException.class);
            assertThatThrownBy(() -> files.load("recommender", name))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Path pick(Path folder, SplittableRandom random) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            return sorted.get(random.nextInt(sorted.size()));
        }
    }

    private static String pick(Map<String, byte[]> files, SplittableRandom random) {
        List<String> names = List.copyOf(new TreeSet<>(files.keySet()));
        return names.get(random.nextInt(names.size()));
    }

    /** Cuts short, flips some bits, overwrites a run with noise, or adds to the end. */
    private static byte[] harmed(byte[] content, SplittableRandom random) {
        byte[] harmed = content.clone();
        if (content.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(content, random.nextInt(content.length));
            }
            case 1 -> {
                for (int flips = random.nextInt(1, 9); flips > 0; flips--) {
                    // half of the flips hit the head, where lengths and counts are
                    int span = random.nextBoolean() ? Math.min(256, content.length) : content.length;
                    harmed[random.nextInt(span)] ^= (byte) (1 << random.nextInt(8));
                }
                return Arrays.equals(harmed, content) ? Arrays.copyOf(content, content.length - 1) : harmed;
            }
            case 2 -> {
                int from = random.nextInt(content.length);
                for (int i = from; i < Math.min(content.length, from + 64); i++) {
                    harmed[i] = (byte) (content[i] ^ random.nextInt(1, 256));
                }
                return harmed;
            }
            default -> {
                byte[] longer = Arrays.copyOf(content, content.length + random.nextInt(1, 100));
                longer[longer.length - 1] = 7;
                return longer;
            }
        }
    }
}
