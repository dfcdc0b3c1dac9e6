package dev.skillpod.app.endtoend;

import org.junit.jupiter.api.Tag;

/** Two thousand harmed artefacts of every kind of model; {@code ./mvnw -Pfaults verify} runs it. */
@Tag("faults")
class ManyArtefactFaultsIT extends ArtefactFaultsIT {
    @Override
    int cases() {
        return 2_000;
    }
}
