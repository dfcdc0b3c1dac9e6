package dev.skillpod.store.imports;

import static dev.skillpod.store.imports.OnetTable.CODE;

import dev.skillpod.core.catalog.Role;
import dev.skillpod.store.imports.OnetTable.Row;
import dev.skillpod.store.json.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Imports the text files of the O*NET database (written for release 29.3): occupations become roles, rated skills and
 * knowledge and technologies become skills and requirements.
 *
 * <p>The tables are read one after the other and joined in memory; O*NET has about a thousand occupations. {@code Occupation
 * Data.txt} is needed, the other tables are used when they are there.
 */
final class OnetImporter {
    static final String OCCUPATIONS = "Occupation Data.txt";

    private static final String ALTERNATE_TITLES = "Alternate Titles.txt";
    private static final String JOB_ZONES = "Job Zones.txt";
    private static final String SKILLS = "Skills.txt";
    private static final String KNOWLEDGE = "Knowledge.txt";
    private static final String TECHNOLOGY = "Technology Skills.txt";
    private static final Pattern SOC = Pattern.compile("\\d{2}-\\d{4}\\.\\d{2}");

    private final ImportRun run;
    private final Path folder;
    private final Map<String, OnetOccupation> occupations = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private final OnetSkills skills;

    OnetImporter(ImportRun run, Path folder) {
        this.run = run;
        this.folder = folder;
        this.skills = new OnetSkills(run.options().dataSource());
    }

    /** Returns whether a folder holds O*NET's text files. */
    static boolean recognises(Path folder) {
        return Files.exists(folder.resolve(OCCUPATIONS));
    }

    void run() {
        var table = new OnetTable(run, folder, OCCUPATIONS);
        FileTally tally = table.tally();
        table.read(List.of(CODE, "Title", "Description"), tally, this::occupation);
        optional(JOB_ZONES, List.of(CODE, "Job Zone"), t -> this::zone);
        optional(ALTERNATE_TITLES, List.of(CODE, "Alternate Title"), t -> (row, o) -> alias(t, row, o));
        List<String> rated = List.of(CODE, "Element ID", "Element Name", "Scale ID", "Data Value");
        optional(SKILLS, rated, t -> (row, o) -> rating(t, "skill", row, o));
        optional(KNOWLEDGE, rated, t -> (row, o) -> rating(t, "knowledge", row, o));
        optional(TECHNOLOGY, List.of(CODE, "Example", "Commodity Title"), t -> (row, o) -> technology(t, row, o));
        skills.store(run.sink(), run.options().batchSize());
        Batch<Role> roles = Batch.uncounted(tally, run.options().batchSize(), Role::id, run.sink()::roles);
        occupations.forEach((code, occupation) -> roles.add(
                lines.getOrDefault(code, 0L),
                occupation.role(skills, run.options().dataSource())));
        roles.flush();
        run.journal()
                .note(
                        "Contains information of the O*NET Database by the U.S. Department of Labor, Employment and Training "
                                + "Administration (USDOL/ETA), used under the CC BY 4.0 license and modified.");
    }

    /** Reads a table whose rows belong to occupations, when it is there. */
    private void optional(
            String name,
            List<String> columns,
            Function<FileTally, BiFunction<Row, OnetOccupation, Optional<String>>> visitor) {
        var table = new OnetTable(run, folder, name);
        if (!table.exists()) {
            run.journal().note(folder.resolve(name) + ": not there, so nothing of it was imported");
            return;
        }
        FileTally tally = table.tally();
        var rows = visitor.apply(tally);
        table.read(columns, tally, row -> {
            OnetOccupation occupation = occupations.get(row.get(CODE));
            return occupation == null
                    ? wrong(CODE, "must occur in " + OCCUPATIONS, row.get(CODE))
                    : rows.apply(row, occupation);
        });
    }

    private Optional<String> occupation(Row row) {
        String code = row.get(CODE);
        if (!SOC.matcher(code).matches()) {
            return wrong(CODE, "must look like 15-1252.00", code);
        }
        if (row.get("Title").isEmpty()) {
            return wrong("Title", "must be a text", "");
        }
        occupations.put(code, new OnetOccupation(code, row.get("Title"), row.get("Description")));
        lines.put(code, row.line());
        return Optional.empty();
    }

    private Optional<String> zone(Row row, OnetOccupation occupation) {
        String zone = row.get("Job Zone");
        if (!zone.matches("[1-5]")) {
            return wrong("Job Zone", "must be an integer in [1, 5]", zone);
        }
        occupation.zone(Integer.parseInt(zone));
        return Optional.empty();
    }

    private static Optional<String> alias(FileTally tally, Row row, OnetOccupation occupation) {
        String title = row.get("Alternate Title");
        if (title.isEmpty()) {
            return wrong("Alternate Title", "must be a text", title);
        }
        int sources = row.get("Source(s)").split(",").length;
        if (!occupation.alias(title, sources)) {
            tally.acceptedIsSkipped();
        }
        return Optional.empty();
    }

    private Optional<String> rating(FileTally tally, String kind, Row row, OnetOccupation occupation) {
        String name = row.get("Element Name");
        if (name.isEmpty()) {
            return wrong("Element Name", "must be a text", name);
        }
        boolean importance = row.get("Scale ID").equals("IM");
        if (!importance && !row.get("Scale ID").equals("LV")) {
            return wrong("Scale ID", "must be IM or LV", row.get("Scale ID"));
        }
        double low = importance ? 1 : 0;
        double high = importance ? 5 : 7;
        double value = number(row.get("Data Value"));
        if (!(value >= low && value <= high)) {
            String rule = "must be a number in [" + (int) low + ", " + (int) high + "]";
            return wrong("Data Value", rule, row.get("Data Value"));
        }
        String key = skills.element(tally, row.line(), kind, row.get("Element ID"), name);
        if (row.get("Recommend Suppress").equals("Y") || row.get("Not Relevant").equals("Y")) {
            occupation.leaveOut(key);
            tally.acceptedIsSkipped();
        } else if (importance) {
            occupation.importance(key, value);
        } else {
            occupation.level(key, value);
        }
        return Optional.empty();
    }

    private Optional<String> technology(FileTally tally, Row row, OnetOccupation occupation) {
        String name = row.get("Example");
        String key = skills.technology(tally, row.line(), name, row.get("Commodity Title"));
        if (key == null) {
            return wrong("Example", "must be a text with letters or digits", name);
        }
        if (!occupation.technology(
                key, row.get("In Demand").equals("Y"), row.get("Hot Technology").equals("Y"))) {
            tally.acceptedIsSkipped();
        }
        return Optional.empty();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Optional<String> wrong(String field, String rule, String found) {
        return Optional.of(field + ": " + rule + ", was " + Texts.quoted(found));
    }
}
