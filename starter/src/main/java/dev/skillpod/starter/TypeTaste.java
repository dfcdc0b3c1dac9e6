package dev.skillpod.starter;

import dev.skillpod.core.activity.LearningStyle;
import dev.skillpod.core.catalog.ContentType;
import java.util.random.RandomGenerator;

/** How much learners like each type of content: in part what their learning style implies, in part their own. */
final class TypeTaste {
    private static final double OWN_DEVIATION = 0.45;

    private TypeTaste() {}

    /** Draws the liking of each type, by ordinal, around 0, in units of a logit. */
    static double[] draw(LearningStyle style, RandomGenerator random) {
        double[] taste = new double[ContentType.values().length];
        for (ContentType type : ContentType.values()) {
            taste[type.ordinal()] = implied(style, type) + random.nextGaussian(0, OWN_DEVIATION);
        }
        return taste;
    }

    private static double implied(LearningStyle style, ContentType type) {
        return switch (style) {
            case SELF_PACED ->
                switch (type) {
                    case ARTICLE, BOOK, VIDEO, PODCAST -> 0.7;
                    case WORKSHOP, MENTORING, BOOTCAMP -> -0.6;
                    default -> 0;
                };
            case INSTRUCTOR_LED ->
                switch (type) {
                    case COURSE, WORKSHOP, MENTORING, BOOTCAMP -> 0.7;
                    case ARTICLE, BOOK, PODCAST -> -0.5;
                    default -> 0;
                };
            case PROJECT_BASED ->
                switch (type) {
                    case PROJECT, TUTORIAL, BOOTCAMP -> 0.8;
                    case PODCAST, VIDEO, BOOK -> -0.4;
                    default -> 0;
                };
            case INTERACTIVE ->
                switch (type) {
                    case TUTORIAL, QUIZ, WORKSHOP, ASSESSMENT -> 0.7;
                    case BOOK, PODCAST, ARTICLE -> -0.4;
                    default -> 0;
                };
            case MIXED -> 0;
        };
    }
}
