package dev.skillpod.app.evaluation;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a catalogue of Exercism's tracks: a concept of a track is a skill, its prerequisites are real; a concept exercise teaches its
 * concepts from nothing, a practice exercise deepens them with its difficulty (1 to 10). Levels, minutes and one role per track, which
 * asks for every concept, are invented: the source has none.
 */
final class ExercismCatalog {
    /** Level of a concept from which on what builds on it is fully ready: what one exercise brings an untrained model's learner. */
    private static final int REQUIRED = 10;

    private static final int ROLE_LEVEL = 70;

    private final Map<String, Skill> skills = new LinkedHashMap<>();
    private final Map<String, Set<String>> requires = new LinkedHashMap<>();
    private final Map<String, Exercise> exercises = new LinkedHashMap<>();

    private record Exercise(String track, boolean concept, int difficulty, Set<String> teaches) {}

    /**
     * Reads {@code prereq_edges.csv}.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    static Catalog read(Path file) {
        try {
            var catalog = new ExercismCatalog();
            Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .forEach(catalog::add);
            return catalog.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] cells = line.split(",", -1);
        String track = cells[0];
        boolean concept = cells[1].equals("concept");
        String skill = skill(track, cells[3]);
        String first = cells[4].isBlank() ? "" : skill(track, cells[4]);
        int difficulty = cells.length > 5 && !cells[5].isBlank() ? Integer.parseInt(cells[5]) : 1;
        if (!skill.isEmpty()) {
            exercises
                    .computeIfAbsent(
                            track + "/" + cells[2],
                            id -> new Exercise(track, concept, difficulty, new LinkedHashSet<>()))
                    .teaches()
                    .add(skill);
        }
        if (concept && !skill.isEmpty() && !first.isEmpty() && !skill.equals(first)) {
            requires.computeIfAbsent(skill, s -> new LinkedHashSet<>()).add(first);
        }
    }

    private String skill(String track, String concept) {
        if (concept.isBlank()) {
            return "";
        }
        String id = track + ":" + concept;
        skills.putIfAbsent(id, new Skill(id, concept, track, List.of(), concept + " in " + track, DataSource.REAL));
        return id;
    }

    private Catalog build() {
        var edges = new ArrayList<Prerequisite>();
        requires.forEach((skill, all) -> all.forEach(first -> edges.add(new Prerequisite(skill, first, REQUIRED))));
        var contents = new ArrayList<Content>();
        exercises.forEach((id, exercise) -> contents.add(content(id, exercise)));
        Map<String, List<SkillRequirement>> byTrack = new LinkedHashMap<>();
        skills.values()
                .forEach(skill -> byTrack.computeIfAbsent(skill.area(), t -> new ArrayList<>())
                        .add(new SkillRequirement(skill.id(), ROLE_LEVEL, 0.5)));
        var roles = new ArrayList<Role>();
        byTrack.forEach((track, asked) -> roles.add(new Role(
                track, track + " programmer", track, List.of(), "Programs in " + track, asked, DataSource.SYNTHETIC)));
        return new Catalog(skills.values(), edges, roles, contents);
    }

    private static Content content(String id, Exercise exercise) {
        double share = 1.0 / exercise.teaches().size();
        return new Content(
                id,
                exercise.concept() ? ContentType.TUTORIAL : ContentType.PROJECT,
                id,
                null,
                "Exercism",
                null,
                exercise.teaches().stream()
                        .map(s -> new SkillWeight(s, Math.max(0.3, share)))
                        .toList(),
                exercise.concept() ? 0 : 20 + 5 * exercise.difficulty(),
                exercise.concept() ? 60 : 50 + 5 * exercise.difficulty(),
                exercise.concept() ? 60 : 20 + 15 * exercise.difficulty(),
                List.of(),
                DataSource.REAL);
    }
}
