package dev.skillpod.core.tracing;

import java.util.Arrays;

/** What is known of a response before it is given: the item, the skills it asks for, and when. Immutable. */
public final class Question {
    /** Stands for an unknown time. */
    public static final long NO_TIME = 0;

    private final int item;
    private final int[] skills;
    private final long time;

    private Question(int item, int[] skills, long time) {
        this.item = item;
        this.skills = skills;
        this.time = time;
    }

    /**
     * Describes a question.
     *
     * @param item number of the item, at least 0; a number that the model never saw is legal
     * @param skills distinct numbers of the skills, each at least 0, unseen ones included; may be empty
     * @param time unix time in seconds, at least 0; {@link #NO_TIME} when unknown
     * @throws IllegalArgumentException when a value is out of range or a skill is named twice
     */
    public static Question of(int item, int[] skills, long time) {
        if (item < 0) {
            throw new IllegalArgumentException("item must be at least 0, was " + item);
        }
        if (time < 0) {
            throw new IllegalArgumentException("time must be at least 0, was " + time);
        }
        int[] copy = skills.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] < 0) {
                throw new IllegalArgumentException("skills must be at least 0, was " + copy[i]);
            }
            for (int j = 0; j < i; j++) {
                if (copy[i] == copy[j]) {
                    throw new IllegalArgumentException("skills must be distinct, was " + Arrays.toString(skills));
                }
            }
        }
        return new Question(item, copy, time);
    }

    /** Describes a question on one skill at an unknown time. */
    public static Question of(int item, int skill) {
        return of(item, new int[] {skill}, NO_TIME);
    }

    /** Returns the item's number. */
    public int item() {
        return item;
    }

    /** Returns how many skills the item asks for. */
    public int skillCount() {
        return skills.length;
    }

    /** Returns the number of the k-th skill, k in [0, skillCount). */
    public int skill(int k) {
        return skills[k];
    }

    /** Whether the skill is among those asked for. */
    public boolean asksFor(int skill) {
        for (int each : skills) {
            if (each == skill) {
                return true;
            }
        }
        return false;
    }

    /** Returns the unix time in seconds, or {@link #NO_TIME}. */
    public long time() {
        return time;
    }
}
