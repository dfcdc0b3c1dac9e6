package dev.skillpod.core.tracing.ability;

import dev.skillpod.core.model.NumberInput;
import dev.skillpod.core.model.NumberOutput;
import dev.skillpod.core.tracing.Question;

/** How easy items and skills are, in log-odds of an average learner's correct answer. Immutable and thread-safe. */
public final class Difficulties {
    private final double overall;
    private final double[] skills;
    private final double[] items;
    private final int[] skillCounts;
    private final int[] itemCounts;

    /** Takes the arrays over; an item or skill that was never answered has count 0. */
    Difficulties(double overall, double[] skills, double[] items, int[] skillCounts, int[] itemCounts) {
        this.overall = overall;
        this.skills = skills;
        this.items = items;
        this.skillCounts = skillCounts;
        this.itemCounts = itemCounts;
    }

    void write(NumberOutput out) {
        out.real(overall).reals(skills).reals(items).integers(skillCounts).integers(itemCounts);
    }

    static Difficulties read(NumberInput in) {
        var read = new Difficulties(
                in.real("the overall easiness"),
                in.reals("the easiness of skills"),
                in.reals("the easiness of items"),
                in.counts("the answers on skills"),
                in.counts("the answers on items"));
        if (read.skills.length != read.skillCounts.length || read.items.length != read.itemCounts.length) {
            throw new IllegalArgumentException("easiness and answers must be of the same skills and items");
        }
        return read;
    }

    /** Returns how many items there are. */
    public int items() {
        return items.length;
    }

    /** Returns how many skills there are. */
    public int skills() {
        return skills.length;
    }

    /** Returns an item's easiness; of an unknown item its skills', of unknown skills the overall one. */
    public double easiness(Question question) {
        return itemCount(question.item()) > 0 ? items[question.item()] : skillEasiness(question);
    }

    /** Returns the mean easiness of the asked skills; the overall one without skills. */
    public double skillEasiness(Question question) {
        if (question.skillCount() == 0) {
            return overall;
        }
        double sum = 0;
        for (int k = 0; k < question.skillCount(); k++) {
            sum += skillEasiness(question.skill(k));
        }
        return sum / question.skillCount();
    }

    /** Returns the easiness of a typical item of a skill; the overall one for an unknown skill. */
    public double skillEasiness(int skill) {
        return skillCount(skill) > 0 ? skills[skill] : overall;
    }

    /** Returns how many answers the item's easiness rests on. */
    public int itemCount(int item) {
        return item < itemCounts.length ? itemCounts[item] : 0;
    }

    /** Returns how many answers the skill's easiness rests on. */
    public int skillCount(int skill) {
        return skill < skillCounts.length ? skillCounts[skill] : 0;
    }
}
