package dev.skillpod.core.gap.role;

/**
 * A skill that a role probably requires.
 *
 * @param skill index in the catalogue
 * @param probability that the role requires it, in [0, 1]
 * @param level at which alike roles require it, in [0, 100]
 * @param importance that it has to alike roles which require it, in [0, 1]
 */
public record RequiredSkill(int skill, double probability, int level, double importance) {}
