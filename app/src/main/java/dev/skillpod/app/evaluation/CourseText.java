package dev.skillpod.app.evaluation;

import dev.skillpod.app.log.IdIndex;
import dev.skillpod.core.recommend.candidate.cold.TextField;
import dev.skillpod.core.text.Terms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a MOOCCubeX course says of itself.
 *
 * @param courseId its id there; empty when the folder has no text of it
 * @param name its title
 * @param about its description
 * @param fields subjects
 * @param schools who offers it
 * @param teachers who teaches it
 */
record CourseText(
        String courseId, String name, String about, List<String> fields, List<String> schools, List<String> teachers) {
    private static final CourseText NONE = new CourseText("", "", "", List.of(), List.of(), List.of());
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What tells the runs of one course apart: anything in brackets, a term, a number of the run. */
    private static final Pattern TERM = Pattern.compile("[(\\[【〔].*?[)\\]】〕]"
            + "|第?[0-9一二三四五六七八九十]+期"
            + "|20\\d\\d([-~—]20\\d\\d)?(学年|年)?[春夏秋冬]?季?(学期)?"
            + "|[春夏秋冬]季?(学期)?$"
            + "|autumn|spring|summer|winter|fall");

    /** Reads the texts, by item; {@link #known} is false where there is none. */
    static List<CourseText> read(Path file, IdIndex items) {
        var texts = new CourseText[items.size()];
        Arrays.fill(texts, NONE);
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> {
                JsonNode json = MAPPER.readTree(line);
                int item = items.find(json.path("item").asString());
                if (item >= 0) {
                    texts[item] = of(json);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " must hold one JSON object per line: " + e.getMessage(), e);
        }
        return List.of(texts);
    }

    /** Returns whether there is a text. */
    boolean known() {
        return !courseId.isEmpty();
    }

    /** Returns the title without what tells the runs of one course apart. */
    String nameWithoutTerm() {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = letters(TERM.matcher(plain).replaceAll(""));
        return bare.isEmpty() ? letters(plain) : bare;
    }

    /** Returns the fields of all courses, with their weights, set beforehand. */
    static List<TextField> textFields(List<CourseText> texts) {
        return List.of(
                new TextField("name", 1, 2, terms(texts, text -> Terms.of(text.name()))),
                new TextField("about", 0.7, 2, terms(texts, text -> Terms.of(text.about()))),
                new TextField("school", 0.5, 1, terms(texts, text -> tags(text.schools()))),
                new TextField("subject", 0.5, 1, terms(texts, text -> tags(text.fields()))),
                new TextField("teacher", 0.5, 1, terms(texts, text -> tags(text.teachers()))));
    }

    /** Returns all that is said as one field, tags as terms. */
    static TextField everything(List<CourseText> texts) {
        return new TextField("all", 1, 2, terms(texts, text -> {
            var all = new HashMap<>(Terms.of(text.name()));
            Terms.of(text.about()).forEach((term, count) -> all.merge(term, count, Integer::sum));
            tags(text.schools()).forEach((tag, count) -> all.put("school:" + tag, count));
            tags(text.fields()).forEach((tag, count) -> all.put("subject:" + tag, count));
            tags(text.teachers()).forEach((tag, count) -> all.put("teacher:" + tag, count));
            return all;
        }));
    }

    private static List<Map<String, Integer>> terms(
            List<CourseText> texts, Function<CourseText, Map<String, Integer>> terms) {
        return texts.parallelStream().map(terms).toList();
    }

    private static Map<String, Integer> tags(List<String> tags) {
        var counts = new HashMap<String, Integer>();
        tags.forEach(tag -> counts.put(tag, 1));
        return counts;
    }

    private static CourseText of(JsonNode json) {
        return new CourseText(
                json.path("course_id").asString(),
                json.path("name").asString(""),
                json.path("about").asString(""),
                list(json.path("fields")),
                list(json.path("schools")),
                list(json.path("teachers")));
    }

    private static List<String> list(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
