package dev.skillpod.core.recommend;

/**
 * One reason's share of a score, in the score's own unit.
 *
 * @param name the reason in words a learner understands
 * @param value what it adds to (or, when negative, takes from) the score
 */
public record Factor(String name, double value) {}
