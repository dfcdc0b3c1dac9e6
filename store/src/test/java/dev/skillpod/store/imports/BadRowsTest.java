package dev.skillpod.store.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadRowsTest {
    private static final String SKILL = "{\"skill_id\":\"good\",\"name\":\"Good\"}";

    @TempDir
    Path folder;

    /** Every bad row stands between two good ones, is told with its line, and takes neither with it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"skill_id":"x"}                              | name: must be a text, was missing
            {"skill_id":"","name":"X"}                    | skill_id: must not be blank, was ""
            {"skill_id":7,"name":"X"}                     | skill_id: must be a text, was 7
            {"skill_id":"x","name":["X"]}                 | name: must be a text, was a list
            {"skill_id":"x","name":"X","aliases":"Y"}     | aliases: must be a list, was "Y"
            {"skill_id":"x","name":"X","aliases":[1]}     | aliases[0]: must be a text, was 1
            {"skill_id":"x","name":"X\\u0000"}            | name: must not contain the NUL character, was "X\\u0000"
            {"skill_id":"x","name":"\\ud800"}             | name: must be valid Unicode, without lone surrogates, was "\\ud800"
            {"skill_id":"x","name":"X","data_source":"real"} | data_source: must be one of REAL, SYNTHETIC, was "real"
            {"skill_id":"x","name":"X","area":5}          | area: must be a text, was 5
            [1]                                           | row: must be a JSON object, was a list
            "text"                                        | row: must be a JSON object, was "text"
            {"skill_id":{},"name":true}                   | skill_id: must be a text, was an object; name: must be a text, was true
            """)
    void rejectsAnObjectByField(String row, String problem) throws IOException {
        Import run = new Import(folder).file("skills.ndjson", SKILL, row, SKILL.replace("good", "other"));

        assertThat(run.rejections()).containsExactly("skills.ndjson:2: " + problem);
        assertThat(run.sink.skills).containsOnlyKeys("good", "other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"skill_id":"x","skill_id":"y","name":"X"} | Duplicate
            {"skill_id":"x","name":"X"                 | Unexpected end-of-input
            {"skill_id":"x","name":"X"} {"a":1}        | Trailing token
            {"skill_id":NaN,"name":"X"}                | NaN
            skill_id,name                              | Unrecognized token
            """)
    void rejectsMalformedJson(String row, String problem) throws IOException {
        assertThat(new Import(folder).file("skills.ndjson", SKILL, row).rejections())
                .singleElement()
                .asString()
                .startsWith("skills.ndjson:2: row: must be valid JSON, was not: ")
                .contains(problem)
                .doesNotContain("\n");
    }

    @Test
    void rejectsDeepJson() throws IOException {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);

        Import run = new Import(folder).file("skills.ndjson", "{\"skill_id\":\"x\",\"name\":" + deep + "}", SKILL);

        assertThat(run.rejections()).singleElement().asString().contains("nesting depth");
        assertThat(run.sink.skills).containsOnlyKeys("good");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            c,VIDEOS,T,,,,,      | content_type: must be one of VIDEO, ARTICLE, COURSE, TUTORIAL, PROJECT, QUIZ, ASSESSMENT, WORKSHOP, MENTORING, CERTIFICATION, BOOK, PODCAST, BOOTCAMP, was "VIDEOS"
            c,,T,,,,,            | content_type: must be one of VIDEO, ARTICLE, COURSE, TUTORIAL, PROJECT, QUIZ, ASSESSMENT, WORKSHOP, MENTORING, CERTIFICATION, BOOK, PODCAST, BOOTCAMP, was missing
            c,BOOK,,,,,,         | title: must be a text, was missing
            c,BOOK,T,sql:1.5,,,, | skills[0].weight: must be a number in (0, 1], was 1.5
            c,BOOK,T,sql:0,,,,   | skills[0].weight: must be a number in (0, 1], was 0
            c,BOOK,T,sql;sql,,,, | skills[1].skill_id: must occur once, was "sql"
            c,BOOK,T,sql:1:2,,,, | skills[0]: must hold skill_id:weight, was "sql:1:2"
            c,BOOK,T,:0.5,,,,    | skills[0].skill_id: must be a text, was missing
            c,BOOK,T,,101,,,     | level_from: must be an integer in [0, 100], was 101
            c,BOOK,T,,3.5,90,,   | level_from: must be an integer in [0, 100], was 3.5
            c,BOOK,T,,60,20,,    | level_to: must be at least level_from (60), was 20
            c,BOOK,T,,low,,,     | level_from: must be an integer in [0, 100], was "low"
            c,BOOK,T,,,,0,       | duration_minutes: must be an integer, at least 1, was 0
            c,BOOK,T,,,,1e99,    | duration_minutes: must be an integer, at least 1, was 1.0E99
            c,BOOK,T,,,,,c       | prerequisite_content_ids: must not lead back to the content, was the cycle c -> c
            c,BOOK,T,,,          | row: must have 8 cells like the header line, had 6
            """)
    void rejectsAContentByField(String row, String problem) throws IOException {
        Import run = new Import(folder)
                .file(
                        "contents.csv",
                        "content_id,content_type,title,skills,level_from,level_to,duration_minutes,prerequisite_content_ids",
                        "good,BOOK,Good,sql;java,,,,",
                        row);

        assertThat(run.rejections()).containsExactly("contents.csv:3: " + problem);
        assertThat(run.sink.contents).containsOnlyKeys("good");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            learners | user_id,weekly_learning_hours | u,81     | weekly_learning_hours: must be an integer in [1, 80], was 81
            learners | user_id,skills                | u,a:1;a:2 | skills[1].skill_id: must occur once, was "a"
            learners | user_id,skills                | u,a      | skills[0].current_level: must be an integer in [0, 100], was missing
            learners | user_id,experience_level      | u,GURU   | experience_level: must be one of BEGINNER, INTERMEDIATE, ADVANCED, EXPERT, was "GURU"
            demand   | skill_id,period,postings      | a,2025-13,1 | period: must be a month written YYYY-MM, in the years 1900 to 2199, was "2025-13"
            demand   | skill_id,period,postings      | a,2025,1 | period: must be a month written YYYY-MM, in the years 1900 to 2199, was "2025"
            demand   | skill_id,period,postings      | a,2025-01,-1 | postings: must be a number in [0, 1000000000000], was -1
            demand   | skill_id,period,postings      | a,2025-01,NaN | postings: must be a number in [0, 1000000000000], was "NaN"
            postings | job_id,posted_at              | j,2026-01-05 | posted_at: must be an ISO 8601 time with an offset, such as 2026-01-31T09:30:00Z, in the years 1900 to 2199, was "2026-01-05"
            postings | job_id,posted_at,skills       | j,2026-01-05T09:00:00Z,a:1;a | skills[1].skill_id: must occur once, was "a"
            postings | job_id,posted_at,skills       | j,2026-01-05T09:00:00Z,a:101 | skills[0].level: must be an integer in [0, 100], was 101
            postings | job_id,posted_at,pay_low      | j,2026-01-05T09:00:00Z,5 | pay_currency: must be the three capital letters of a currency (ISO 4217), such as EUR, was missing; pay_high: must be a number in (0, 1000000000000], was missing
            postings | job_id,posted_at,pay_low,pay_high,pay_currency | j,2026-01-05T09:00:00Z,5,4,EUR | pay_high: must be at least low (5.0), was 4.0
            postings | job_id,posted_at,pay_low,pay_high,pay_currency | j,2026-01-05T09:00:00Z,0,4,eur | pay_currency: must be the three capital letters of a currency (ISO 4217), such as EUR, was "eur"; pay_low: must be a number in (0, 1000000000000], was 0
            prerequisites | skill_id,requires_skill_id,required_level | a,a,5 | requires_skill_id: must differ from skill_id, was "a"
            prerequisites | skill_id,requires_skill_id,required_level | a,b,500 | required_level: must be an integer in [0, 100], was 500
            roles    | role_id,title,skills          | r,R,a:50:2 | skills[0].importance: must be a number in [0, 1], was 2
            role_skills | role_id,skill_id           | ,a       | role_id: must be a text, was missing
            """)
    void rejectsOtherRowsByField(String kind, String header, String row, String problem) throws IOException {
        Import run = new Import(folder).tenant("acme").file(kind + ".csv", header, row);

        assertThat(run.rejections()).containsExactly(kind + ".csv:2: " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            5                                     | pay: must be an object, was 5
            {"low":1,"high":2}                    | pay.currency: must be the three capital letters of a currency (ISO 4217), such as EUR, was missing
            {"low":"1","high":2,"currency":"EUR"} | pay.low: must be a number in (0, 1000000000000], was "1"
            {"low":3,"high":2,"currency":"EUR"}   | pay.high: must be at least low (3.0), was 2.0
            """)
    void rejectsPayByField(String pay, String problem) throws IOException {
        String row = "{\"job_id\":\"j\",\"posted_at\":\"2026-01-05T09:00:00Z\",\"pay\":" + pay + "}";

        Import run = new Import(folder).file("postings.ndjson", row, row.replaceAll(",\"pay.*", "}"));

        assertThat(run.rejections()).containsExactly("postings.ndjson:1: " + problem);
        assertThat(run.sink.postings).hasSize(1);
    }

    @Test
    void rejectsLinesThatCannotBeReadAndGoesOn() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("\uFEFFskill_id,name\r\na,A\r\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("latin,Caf\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(("long," + "x".repeat(2_000) + "\r\n").getBytes(StandardCharsets.UTF_8));
        bytes.write("\r\nutf,Caf\u00e9 \uFFFD\r\n".getBytes(StandardCharsets.UTF_8));
        Import run = new Import(folder).bytes("skills.csv", bytes.toByteArray());
        run.options = run.options.withMaxLineBytes(1_000);

        assertThat(run.rejections())
                .containsExactly(
                        "skills.csv:3: row: must be valid UTF-8, was in another encoding",
                        "skills.csv:4: row: must be at most 1000 bytes, was longer");
        assertThat(run.sink.skills).containsOnlyKeys("a", "utf");
        assertThat(run.sink.skills.get("utf").name()).isEqualTo("Caf\u00e9 \uFFFD");
    }

    @Test
    void aStrayQuoteCostsOneRow() throws IOException {
        Import run = new Import(folder)
                .file(
                        "skills.csv",
                        "skill_id,name,description",
                        "a,A,\"two",
                        "lines, \"\"quoted\"\"\"",
                        "b,\"B,never closed",
                        "c,C,plain",
                        "d,\"D\" x,after a quote",
                        "e,E 5\" disk,a quote inside a plain cell",
                        "f,\"F",
                        "g,G,last");

        ImportReport report = run.run();

        assertThat(run.sink.skills).containsOnlyKeys("a", "c", "e", "g");
        assertThat(run.sink.skills.get("a").description()).isEqualTo("two\nlines, \"quoted\"");
        assertThat(report.rejections()).extracting(Rejection::line).containsExactly(4L, 6L, 8L);
        assertThat(report.read()).isEqualTo(7);
    }

    @Test
    void mapsWhatTheStoreRefusesToLines() throws IOException {
        Import run = new Import(folder)
                .file("skills.csv", "skill_id,name", "a,A", "b,B", "c,C")
                .file("contents.csv", "content_id,content_type,title", "c1,BOOK,T", "c2,BOOK,T");
        run.sink.refused.put("b", "name: must be free, was taken");
        run.sink.refused.put("c1", "title: must be new, was there");

        ImportReport report = run.run();

        assertThat(run.lines(report))
                .containsExactly(
                        "skills.csv:3: name: must be free, was taken", "contents.csv:2: title: must be new, was there");
        assertThat(run.sink.skills).containsOnlyKeys("a", "c");
        assertThat(run.sink.contents).containsOnlyKeys("c2");
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.rejected()).isEqualTo(2);
    }

    @Test
    void keepsTheFirstRejectionsAndWritesAll() throws IOException {
        Path rejects = folder.resolve("rejected.txt");
        Import run = new Import(folder.resolve("in")).file("skills.csv", "skill_id,name", ",A", ",B", ",C");
        run.options = run.options.withKeptRejections(1).withRejects(rejects);

        ImportReport report = run.run();

        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.complete()).isFalse();
        assertThat(report.rejections()).hasSize(1);
        assertThat(report.firstProblem())
                .hasValueSatisfying(
                        line -> assertThat(line).endsWith("skills.csv:2: skill_id: must be a text, was missing"));
        assertThat(Files.readAllLines(rejects)).hasSize(3).allMatch(line -> line.contains("skills.csv:"));
    }
}
