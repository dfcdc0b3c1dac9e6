package dev.skillpod.app.evaluation;

import dev.skillpod.app.log.FieldReader;
import dev.skillpod.app.log.IdIndex;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.InteractionLogBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * MOOCCubeX with some courses taken for new: everybody's enrolments, the courses' texts, and which courses are hidden.
 *
 * @param log all enrolments of every learner, the held-out last one of the folder's test file included
 * @param texts one per item of the log; one that says nothing where the folder has none
 * @param hidden items that count as new
 * @param removed items that nobody may see, neither as history nor as new: those of the reported measurement while tuning
 */
record HiddenCourses(InteractionLog log, List<CourseText> texts, int[] hidden, int[] removed) {
    private static final int MOST_FIELDS = 100_000;
    private static final int PARTS = 5;

    /** Reads the folder and hides the courses with a text whose id has a CRC-32 divisible by five. */
    static HiddenCourses reported(Path folder) {
        HiddenCourses all = read(folder);
        return new HiddenCourses(all.log, all.texts, all.hiddenBy(""), new int[0]);
    }

    /** Reads the folder, removes the courses that {@link #reported} hides, and hides others, by {@code seed}. */
    static HiddenCourses tuning(Path folder, long seed) {
        HiddenCourses all = read(folder);
        int[] removed = all.hiddenBy("");
        int[] hidden = IntStream.of(all.hiddenBy("tune" + seed))
                .filter(item -> Arrays.binarySearch(removed, item) < 0)
                .toArray();
        return new HiddenCourses(all.log, all.texts, hidden, removed);
    }

    private static HiddenCourses read(Path folder) {
        var users = new IdIndex();
        var items = new IdIndex();
        var builder = new InteractionLogBuilder();
        for (String file : List.of("train.txt", "test.txt")) {
            try (FieldReader reader = FieldReader.open(folder.resolve(file), MOST_FIELDS)) {
                for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                    int user = users.add(row.get()[0]);
                    for (int i = 1; i < row.get().length; i++) {
                        builder.add(user, items.add(row.get()[i]), InteractionLog.NO_TIME);
                    }
                }
            }
        }
        InteractionLog log = builder.build(true);
        return new HiddenCourses(
                log, CourseText.read(folder.resolve("course_texts.jsonl"), items), new int[0], new int[0]);
    }

    private int[] hiddenBy(String prefix) {
        return IntStream.range(0, texts.size())
                .filter(item -> texts.get(item).known())
                .filter(item -> crc(prefix + texts.get(item).courseId()) % PARTS == 0)
                .toArray();
    }

    /** Returns the courses of a learner that keep the condition, oldest first. */
    int[] courses(int user, IntPredicate condition) {
        return IntStream.range(log.start(user), log.end(user))
                .map(log::itemAt)
                .filter(condition)
                .toArray();
    }

    private static long crc(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
