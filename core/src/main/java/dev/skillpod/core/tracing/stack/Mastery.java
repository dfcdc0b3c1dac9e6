package dev.skillpod.core.tracing.stack;

/**
 * What a learner can do in one skill at some time.
 *
 * @param probability of answering a typical item of the skill correctly, at the middle of what is believed of the learner; in
 *     (0, 1)
 * @param lower lower end of the 95 % interval of that probability
 * @param upper its upper end
 * @param practices answers on the skill so far
 * @param halfLife after which half of what the answers on this skill have shown is forgotten, without practice; in days, or
 *     in answers where the model was fitted without times
 */
public record Mastery(double probability, double lower, double upper, int practices, double halfLife) {}
