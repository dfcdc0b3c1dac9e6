package dev.skillpod.store.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The folder of real data that is never part of the project. */
final class SharedData {
    private SharedData() {}

    /** Returns a path in it, or skips the test. */
    static Path orSkip(String path) {
        var places = new ArrayList<Path>();
        String named = Objects.requireNonNullElse(
                System.getProperty("SKILLPOD_SHARED_DATA"), System.getenv().getOrDefault("SKILLPOD_SHARED_DATA", ""));
        if (!named.isBlank()) {
            places.add(Path.of(named));
        }
        places.add(Path.of("../shared/data"));
        places.add(Path.of("../../shared/data"));
        places.add(Path.of("../../../shared/data"));
        return places.stream()
                .map(place -> place.resolve(path))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> {
                    Assumptions.abort("skipped: " + path + " is in none of " + places);
                    return Path.of("");
                });
    }
}
