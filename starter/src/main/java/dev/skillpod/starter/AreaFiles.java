package dev.skillpod.starter;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The four files of one area of the catalogue. Unknown, missing and null fields are errors: the files are the product's. */
final class AreaFiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectReader SKILL = JSON.readerFor(SkillRow.class);
    private static final ObjectReader ROLE = JSON.readerFor(RoleRow.class);
    private static final ObjectReader CONTENT = JSON.readerFor(ContentRow.class);
    private static final String PREREQUISITE_HEADER = "skill_id,requires_skill_id,required_level";

    private final String folder;

    AreaFiles(String folder) {
        this.folder = folder;
    }

    record SkillRow(String skillId, String name, String area, List<String> aliases, String description) {}

    record RequirementRow(String skillId, int requiredLevel, double importance) {}

    record RoleRow(
            String roleId,
            String title,
            String area,
            List<String> aliases,
            String description,
            List<RequirementRow> skills) {}

    record WeightRow(String skillId, double weight) {}

    record ContentRow(
            String contentId,
            ContentType contentType,
            String title,
            String description,
            String provider,
            List<WeightRow> skills,
            int levelFrom,
            int levelTo,
            int durationMinutes,
            List<String> prerequisiteContentIds) {}

    List<Skill> skills() {
        return read("skills.ndjson", line -> {
            SkillRow r = SKILL.readValue(line);
            return new Skill(r.skillId, r.name, r.area, r.aliases, r.description, DataSource.SYNTHETIC);
        });
    }

    List<Prerequisite> prerequisites() {
        List<String> lines = read("prerequisites.csv", line -> line);
        if (lines.isEmpty() || !lines.getFirst().equals(PREREQUISITE_HEADER)) {
            throw new IllegalStateException(
                    folder + "/prerequisites.csv must start with the header " + PREREQUISITE_HEADER);
        }
        return read("prerequisites.csv", line -> {
                    if (line.equals(PREREQUISITE_HEADER)) {
                        return List.<Prerequisite>of();
                    }
                    String[] fields = line.split(",", -1);
                    if (fields.length != 3) {
                        throw new IllegalArgumentException("3 fields expected, found " + fields.length);
                    }
                    return List.of(new Prerequisite(fields[0], fields[1], Integer.parseInt(fields[2])));
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    List<Role> roles() {
        return read("roles.ndjson", line -> {
            RoleRow r = ROLE.readValue(line);
            List<SkillRequirement> requirements = r.skills.stream()
                    .map(s -> new SkillRequirement(s.skillId, s.requiredLevel, s.importance))
                    .toList();
            return new Role(r.roleId, r.title, r.area, r.aliases, r.description, requirements, DataSource.SYNTHETIC);
        });
    }

    List<Content> contents() {
        return read("contents.ndjson", line -> {
            ContentRow r = CONTENT.readValue(line);
            return new Content(
                    r.contentId,
                    r.contentType,
                    r.title,
                    r.description,
                    r.provider,
                    null,
                    r.skills.stream()
                            .map(s -> new SkillWeight(s.skillId, s.weight))
                            .toList(),
                    r.levelFrom,
                    r.levelTo,
                    r.durationMinutes,
                    r.prerequisiteContentIds,
                    DataSource.SYNTHETIC);
        });
    }

    private <T> List<T> read(String name, Function<String, T> parse) {
        String path = folder + "/" + name;
        var rows = new ArrayList<T>();
        int number = 0;
        try (InputStream in = AreaFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("starter catalogue file is missing: " + path);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(parse.apply(line));
                }
            }
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException(path + " line " + number + ": " + e.getMessage(), e);
        }
        return rows;
    }
}
