package dev.skillpod.store.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.model.Progress;
import dev.skillpod.store.imports.ImportSink.Existing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnetImportTest {
    private static final String RATED =
            "O*NET-SOC Code\tTitle\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot Relevant";

    @TempDir
    Path folder;

    private Import run;

    @BeforeEach
    void smallDatabase() throws IOException {
        run = new Import(folder)
                .file(
                        "Occupation Data.txt",
                        "O*NET-SOC Code\tTitle\tDescription",
                        "15-1252.00\tSoftware Developers\tDevelop software.",
                        "15-1252\tBroken\tNo such code.",
                        "11-1011.00\tChief Executives\tDirect.")
                .file("Job Zones.txt", "O*NET-SOC Code\tTitle\tJob Zone", "15-1252.00\tx\t4", "11-1011.00\tx\t9")
                .file(
                        "Alternate Titles.txt",
                        "O*NET-SOC Code\tTitle\tAlternate Title\tShort Title\tSource(s)",
                        "15-1252.00\tx\tApp Developer\t\t08",
                        "15-1252.00\tx\tSoftware Engineer\tSWE\t02,08",
                        "15-1252.00\tx\tSOFTWARE engineer\t\t08",
                        "15-1252.00\tx\tSoftware Developers\t\t08",
                        "99-9999.00\tx\tGhost\t\t08")
                .file(
                        "Skills.txt",
                        RATED,
                        "15-1252.00\tx\t2.B.3.e\tProgramming\tIM\t4.5\tN\t",
                        "15-1252.00\tx\t2.B.3.e\tProgramming\tLV\t5.25\tN\tN",
                        "15-1252.00\tx\t2.A.1.e\tMathematics\tIM\t3\tN\t",
                        "15-1252.00\tx\t2.A.1.e\tMathematics\tLV\t3.5\tN\tN",
                        "15-1252.00\tx\t2.B.3.m\tRepairing\tIM\t1.2\tN\t",
                        "15-1252.00\tx\t2.B.3.m\tRepairing\tLV\t0.3\tN\tY",
                        "15-1252.00\tx\t2.B.1.d\tNegotiation\tIM\t2\tY\t",
                        "15-1252.00\tx\t2.B.1.d\tNegotiation\tLV\t2\tY\tN",
                        "15-1252.00\tx\t2.B.3.e\tProgramming\tIM\t7\tN\t",
                        "15-1252.00\tx\t2.B.3.e\tProgramming\tZZ\t1\tN\t",
                        "15-1252.00\tx\ttoo short")
                .file(
                        "Knowledge.txt",
                        RATED,
                        "15-1252.00\tx\t2.C.4.a\tMathematics\tIM\t5\tN\t",
                        "15-1252.00\tx\t2.C.4.a\tMathematics\tLV\t7\tN\tN")
                .file(
                        "Technology Skills.txt",
                        "O*NET-SOC Code\tTitle\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand",
                        "15-1252.00\tx\tC#\t1\tDevelopment software\tY\tY",
                        "15-1252.00\tx\tC++\t1\tDevelopment software\tY\tN",
                        "15-1252.00\tx\tPython\t1\tDevelopment software\tN\tY",
                        "15-1252.00\tx\tXSLT\t1\tDevelopment software\tN\tN",
                        "15-1252.00\tx\tPython\t1\tDevelopment software\tN\tN",
                        "15-1252.00\tx\t---\t1\tDevelopment software\tN\tN");
    }

    @Test
    void turnsOccupationsIntoRoles() {
        ImportReport report = run.run();

        assertThat(report.format()).isEqualTo(ImportFormat.ONET);
        assertThat(run.sink.roles).containsOnlyKeys("onet-15-1252.00", "onet-11-1011.00");
        Role developers = run.sink.roles.get("onet-15-1252.00");
        assertThat(developers.title()).isEqualTo("Software Developers");
        assertThat(developers.area()).isEqualTo("Computer and Mathematical");
        assertThat(developers.aliases()).containsExactly("Software Engineer", "App Developer");
        // Importance (IM - 1) / 4, level 100 LV / 7; technologies by flags and job zone 4 (60, in demand 70).
        assertThat(developers.requirements())
                .containsExactly(
                        new SkillRequirement("onet-knowledge-mathematics", 100, 1),
                        new SkillRequirement("csharp", 70, 0.9),
                        new SkillRequirement("onet-skill-programming", 75, 0.875),
                        new SkillRequirement("python", 70, 0.8),
                        new SkillRequirement("cplusplus", 60, 0.6),
                        new SkillRequirement("onet-skill-mathematics", 50, 0.5),
                        new SkillRequirement("xslt", 60, 0.3));
        assertThat(run.sink.skills.get("onet-knowledge-mathematics").name()).isEqualTo("Mathematics (knowledge)");
        assertThat(run.sink.skills.get("csharp"))
                .isEqualTo(
                        new Skill("csharp", "C#", "Technology", List.of(), "Development software.", DataSource.REAL));
    }

    @Test
    void rejectsBadRowsByLine() {
        ImportReport report = run.run();

        assertThat(run.lines(report))
                .containsExactly(
                        "Occupation Data.txt:3: O*NET-SOC Code: must look like 15-1252.00, was \"15-1252\"",
                        "Job Zones.txt:3: Job Zone: must be an integer in [1, 5], was \"9\"",
                        "Alternate Titles.txt:6: O*NET-SOC Code: must occur in Occupation Data.txt, was \"99-9999.00\"",
                        "Skills.txt:10: Data Value: must be a number in [1, 5], was \"7\"",
                        "Skills.txt:11: Scale ID: must be IM or LV, was \"ZZ\"",
                        "Skills.txt:12: row: must have 8 cells like the header line, had 3",
                        "Technology Skills.txt:7: Example: must be a text with letters or digits, was \"---\"");
        assertThat(report.files())
                .allMatch(file -> file.read() == file.accepted() + file.rejected() + file.skipped())
                .filteredOn(file -> file.file().endsWith("/Skills.txt"))
                .singleElement()
                .satisfies(file -> assertThat(file.skipped())
                        .as("suppressed or not relevant")
                        .isEqualTo(3));
    }

    @Test
    void aSkillOfTheSameNameIsUsedAndKept() {
        var own = new Skill("py", "Python 3", "Software", List.of("python"), "Ours.", DataSource.REAL);
        run.sink.skills(List.of(own), Existing.REPLACE);

        run.run();
        List<Object> stored = run.sink.everything();
        run.run();

        assertThat(run.sink.everything()).isEqualTo(stored);
        assertThat(run.sink.skills).containsEntry("py", own).doesNotContainKey("python");
        assertThat(run.sink.roles.get("onet-15-1252.00").requirements()).contains(new SkillRequirement("py", 70, 0.8));
    }

    @Test
    void mapsWhatTheStoreRefuses() {
        run.sink.refused.put("onet-11-1011.00", "title: must be short, was long");
        run.sink.refused.put("xslt", "name: must be known, was not");

        assertThat(run.rejections())
                .contains(
                        "Occupation Data.txt:4: title: must be short, was long",
                        "Technology Skills.txt:5: name: must be known, was not");
    }

    @Test
    void readsTheRealDatabase() {
        Path real = SharedData.orSkip("skills/onet");
        var sink = new RecordingSink();

        ImportReport report = Imports.run(real, ImportOptions.defaults(), sink, Progress.SILENT);

        assertThat(report.rejections()).isEmpty();
        assertThat(report.complete()).isTrue();
        assertThat(sink.roles).hasSize(1_016);
        // 35 skills, 33 areas of knowledge, 8,775 technologies.
        assertThat(sink.skills).hasSize(35 + 33 + 8_775);
        Role developers = sink.roles.get("onet-15-1252.00");
        assertThat(developers.aliases()).hasSize(40).startsWith("Software Engineer");
        assertThat(developers.requirements())
                .extracting(SkillRequirement::skillId)
                .contains("python", "csharp");
        assertThat(sink.roles.values())
                .allSatisfy(role -> assertThat(role.requirements())
                        .allMatch(r -> sink.skills.containsKey(r.skillId()))
                        .allMatch(r -> r.requiredLevel() >= 0 && r.requiredLevel() <= 100)
                        .allMatch(r -> r.importance() >= 0 && r.importance() <= 1));
    }
}
