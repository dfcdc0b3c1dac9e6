package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.model.NumberInput;
import dev.skillpod.core.model.NumberOutput;
import dev.skillpod.core.tracing.ability.AbilityModel;
import dev.skillpod.core.tracing.recurrence.RecurrentModel;

/**
 * What the trees look at, fitted to the same learners. Immutable and thread-safe.
 *
 * @param abilities traces general and skill abilities
 * @param recurrence adds what answers on some items say about others
 * @param statistics plain counts
 */
record BaseModels(AbilityModel abilities, RecurrentModel recurrence, ResponseStatistics statistics) {
    /** What begins the bytes, so that others are refused. */
    private static final int FORMAT = 0x5350_5401;

    void write(NumberOutput out) {
        out.integer(FORMAT);
        abilities.write(out);
        recurrence.write(out);
        statistics.write(out);
    }

    static BaseModels read(NumberInput in) {
        in.integer("the format", FORMAT, FORMAT);
        AbilityModel abilities = AbilityModel.read(in);
        RecurrentModel recurrence = RecurrentModel.read(in);
        int items = abilities.difficulties().items();
        int skills = abilities.difficulties().skills();
        if (recurrence.items() != items || recurrence.skills() != skills) {
            throw new IllegalArgumentException("the network must know " + items + " items and " + skills
                    + " skills, knew " + recurrence.items() + " and " + recurrence.skills());
        }
        var statistics = ResponseStatistics.read(in, abilities.difficulties());
        if (statistics.items() != items) {
            throw new IllegalArgumentException(
                    "the counts must be of " + items + " items, were of " + statistics.items());
        }
        return new BaseModels(abilities, recurrence, statistics);
    }
}
