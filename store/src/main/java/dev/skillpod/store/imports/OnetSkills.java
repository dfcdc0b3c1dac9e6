package dev.skillpod.store.imports;

import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.store.imports.ImportSink.Existing;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The skills that O*NET's tables name. A name that a stored skill has already stands for that skill, which stays as it is;
 * for the others a skill is made. Not thread-safe.
 */
final class OnetSkills {
    private record Found(FileTally tally, long line, String name, Skill skill) {}

    private final DataSource source;
    private final Map<String, Found> byKey = new LinkedHashMap<>();
    private final Map<String, String> keyByName = new HashMap<>();
    private final Map<String, String> idByKey = new HashMap<>();

    OnetSkills(DataSource source) {
        this.source = source;
    }

    /** Notes a rated element, {@code kind} being skill or knowledge; returns its key. */
    String element(FileTally tally, long line, String kind, String elementId, String name) {
        String key = "onet-" + kind + "-" + OnetRules.slug(name);
        if (!byKey.containsKey(key)) {
            String other = keyByName.putIfAbsent(name, key);
            String title = other == null || other.equals(key) ? name : name + " (" + kind + ")";
            String about = "Rated as " + kind + " for occupations by O*NET (element " + elementId + ").";
            String area = kind.equals("skill") ? "O*NET Skills" : "O*NET Knowledge";
            byKey.put(key, new Found(tally, line, title, new Skill(key, title, area, List.of(), about, source)));
        }
        return key;
    }

    /** Notes a technology; returns its key, or null when the name has no letter or digit. */
    @Nullable
    String technology(FileTally tally, long line, String name, String commodity) {
        String key = OnetRules.slug(name);
        if (key.isEmpty()) {
            return null;
        }
        if (!byKey.containsKey(key)) {
            var skill = new Skill(key, name, "Technology", List.of(), commodity + ".", source);
            byKey.put(key, new Found(tally, line, name, skill));
        }
        return key;
    }

    /** Stores the skills that are new. */
    void store(ImportSink sink, int batchSize) {
        Map<String, String> known =
                sink.skillsNamed(byKey.values().stream().map(Found::name).toList());
        var batches = new LinkedHashMap<FileTally, Batch<Skill>>();
        byKey.forEach((key, found) -> {
            String id = known.get(found.name());
            idByKey.put(key, id == null ? key : id);
            if (id == null) {
                batches.computeIfAbsent(
                                found.tally(),
                                tally -> Batch.uncounted(
                                        tally, batchSize, Skill::id, rows -> sink.skills(rows, Existing.KEEP)))
                        .add(found.line(), found.skill());
            }
        });
        batches.values().forEach(Batch::flush);
    }

    /** Returns the id under which a noted skill is stored. */
    String id(String key) {
        return idByKey.getOrDefault(key, key);
    }
}
