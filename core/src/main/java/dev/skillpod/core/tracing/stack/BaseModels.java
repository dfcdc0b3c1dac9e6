package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.tracing.ability.AbilityModel;
import dev.skillpod.core.tracing.recurrence.RecurrentModel;

/**
 * What the trees look at, fitted to the same learners. Immutable and thread-safe.
 *
 * @param abilities traces general and skill abilities
 * @param recurrence adds what answers on some items say about others
 * @param statistics plain counts
 */
record BaseModels(AbilityModel abilities, RecurrentModel recurrence, ResponseStatistics statistics) {}
