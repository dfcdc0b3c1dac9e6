package dev.skillpod.store.imports;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.SkillWeight;
import dev.skillpod.store.imports.ImportSink.Existing;
import dev.skillpod.store.imports.LineReader.Line;
import dev.skillpod.store.json.Checked;
import dev.skillpod.store.json.Fields;
import dev.skillpod.store.json.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Imports a list of free courses and books ({@code kind,section,subsection,title,url,note}) as contents. The id is a hash of
 * kind and url (title, where there is no url); a section or subsection with the name of a stored skill gives the skill taught.
 */
final class CourseListImporter {
    /** The kinds of the list, and the content types they stand for. */
    private enum Kind {
        COURSE(ContentType.COURSE),
        BOOK(ContentType.BOOK),
        INTERACTIVE(ContentType.TUTORIAL);

        private final ContentType type;

        Kind(ContentType type) {
            this.type = type;
        }
    }

    private final ImportRun run;
    private final Map<String, String> skillByTopic = new HashMap<>();
    private final Set<String> askedFor = new LinkedHashSet<>();

    CourseListImporter(ImportRun run) {
        this.run = run;
    }

    /** Returns whether a file's first line is the header of such a list. */
    static boolean recognises(ImportRun run, Path path) {
        try (LineReader lines = run.quiet().open(path)) {
            Line first = lines.next();
            return first != null && first.text().startsWith("kind,section,subsection,title,url");
        } catch (IOException e) {
            return false;
        }
    }

    void run(Path path) {
        var file = new FeedFile(path, FeedKind.COURSE_LIST, true, "");
        var reader = new FeedReader(run);
        reader.check(file);
        FileTally tally = run.tally(path);
        Batch<Content> batch =
                run.upserts(tally, Content::id, rows -> run.sink().contents(rows, Existing.REPLACE));
        reader.read(file, tally, (line, fields) -> {
            switch (content(fields)) {
                case Checked.Valid<Content> valid -> batch.add(line, valid.value());
                case Checked.Invalid<Content> invalid -> tally.reject(line, invalid.message());
            }
        });
        batch.flush();
    }

    private Checked<Content> content(Fields row) {
        Kind kind = row.oneAnyCase("kind", Kind.class);
        String title = row.text("title", Texts.MAX_NAME);
        String url = row.optionalAddress("url");
        String section = row.optionalText("section", Texts.MAX_NAME);
        String subsection = row.optionalText("subsection", Texts.MAX_NAME);
        String note = row.optionalText("note", Texts.MAX_TEXT);
        return row.check(() -> new Content(
                "free-" + StableId.of(String.valueOf(kind), url == null ? title : url),
                kind == null ? ContentType.COURSE : kind.type,
                title,
                description(section, subsection, note),
                url == null ? null : host(url),
                url,
                skills(subsection, section),
                0,
                100,
                null,
                List.of(),
                run.options().dataSource()));
    }

    private List<SkillWeight> skills(@Nullable String... topics) {
        for (String topic : topics) {
            if (topic == null) {
                continue;
            }
            if (askedFor.add(topic)) {
                skillByTopic.putAll(run.sink().skillsNamed(List.of(topic)));
            }
            String skill = skillByTopic.get(topic);
            if (skill != null) {
                return List.of(new SkillWeight(skill, 1));
            }
        }
        return List.of();
    }

    private static @Nullable String description(@Nullable String... parts) {
        String text =
                Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(". "));
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null || host.isBlank() ? null : host.replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
