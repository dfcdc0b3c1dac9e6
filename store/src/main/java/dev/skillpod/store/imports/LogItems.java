package dev.skillpod.store.imports;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.store.imports.ImportSink.Existing;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes contents of items that are none yet, before their events are stored. Not thread-safe. */
final class LogItems {
    /** How many items are remembered as stored; forgetting one only costs storing it again. */
    private static final int REMEMBERED = 200_000;

    private final ImportRun run;
    private final Map<String, Boolean> stored = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    LogItems(ImportRun run) {
        this.run = run;
    }

    /**
     * Stores the items of these events that were not met before, leaving existing contents as they are.
     *
     * @throws RowsRejectedException naming the events whose item may not be stored
     */
    void store(List<LearnerEvent> events) {
        var fresh = new LinkedHashMap<String, Content>();
        for (LearnerEvent event : events) {
            String id = item(event);
            if (!stored.containsKey(id)) {
                fresh.computeIfAbsent(id, this::content);
            }
        }
        List<Content> contents = List.copyOf(fresh.values());
        if (contents.isEmpty()) {
            return;
        }
        try {
            run.sink().contents(contents, Existing.KEEP);
        } catch (RowsRejectedException e) {
            var problems = new HashMap<String, String>();
            e.problems()
                    .forEach(
                            (place, problem) -> problems.put(contents.get(place).id(), problem));
            throw RowsRejectedException.naming(events, LogItems::item, problems);
        }
        fresh.keySet().forEach(id -> stored.put(id, true));
    }

    private Content content(String id) {
        return new Content(
                id,
                ContentType.COURSE,
                id,
                null,
                null,
                null,
                List.of(),
                0,
                100,
                null,
                List.of(),
                run.options().dataSource());
    }

    private static String item(LearnerEvent event) {
        return event instanceof Engagement engagement ? engagement.contentId() : "";
    }
}
