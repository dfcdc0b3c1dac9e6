package dev.skillpod.core.model;

import org.jspecify.annotations.Nullable;

/**
 * One question that a version had to answer before it may become the champion.
 *
 * @param name what was compared, such as {@code useful_per_list}
 * @param passed whether the answer was good enough
 * @param champion the champion's value, or null where there is none
 * @param candidate the candidate's value, or null where there is none
 * @param lower lower end of the 95 % interval of candidate minus champion, or null
 * @param upper upper end of it, or null
 * @param detail the rule in plain words, with its threshold
 */
public record GateCheck(
        String name,
        boolean passed,
        @Nullable Double champion,
        @Nullable Double candidate,
        @Nullable Double lower,
        @Nullable Double upper,
        String detail) {
    /** A check without an interval. */
    public static GateCheck of(
            String name, boolean passed, @Nullable Double champion, @Nullable Double candidate, String detail) {
        return new GateCheck(name, passed, champion, candidate, null, null, detail);
    }
}
