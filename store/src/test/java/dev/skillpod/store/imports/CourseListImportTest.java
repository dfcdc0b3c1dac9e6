package dev.skillpod.store.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillWeight;
import dev.skillpod.core.model.Progress;
import dev.skillpod.store.imports.ImportSink.Existing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseListImportTest {
    @TempDir
    Path folder;

    @Test
    void readsContentsAndFindsTheirSkills() throws IOException {
        Import run = new Import(folder)
                .file(
                        "contents.csv",
                        "kind,section,subsection,title,url,note",
                        "course,Python,Django,A Course,https://www.example.org/a,Jane (HTML)",
                        "book,Cooking,,A Book,,",
                        "podcast,Python,,A Podcast,https://example.org/p,",
                        "interactive,Python,,,https://example.org/i,",
                        "interactive,Python,,I,javascript:alert(1),");
        run.sink.skills(
                List.of(new Skill("py", "python", "Software", List.of(), "", DataSource.REAL)), Existing.REPLACE);

        ImportReport report = run.run();

        assertThat(report.format()).isEqualTo(ImportFormat.COURSES);
        assertThat(run.lines(report))
                .containsExactly(
                        "contents.csv:4: kind: must be one of COURSE, BOOK, INTERACTIVE, was \"podcast\"",
                        "contents.csv:5: title: must be a text, was missing",
                        "contents.csv:6: url: must be an absolute http or https address, was \"javascript:alert(1)\"");
        assertThat(run.sink.contents.values())
                .extracting(Content::type, Content::title, Content::provider, Content::description, Content::skills)
                .containsExactly(
                        tuple(
                                ContentType.COURSE,
                                "A Course",
                                "example.org",
                                "Python. Django. Jane (HTML)",
                                List.of(new SkillWeight("py", 1))),
                        tuple(ContentType.BOOK, "A Book", null, "Cooking", List.of()));
    }

    @Test
    void readsTheRealList() {
        Path real = SharedData.orSkip("skills/courses_free");
        var sink = new RecordingSink();

        ImportReport report = Imports.run(real, ImportOptions.defaults(), sink, Progress.SILENT);

        assertThat(report.read()).isEqualTo(4_074);
        assertThat(report.rejections()).isEmpty();
        // Some urls stand in several sections of the list.
        assertThat(sink.contents).hasSizeBetween(3_800, 4_074);
    }
}
