package dev.skillpod.core.gap.relation;

/**
 * A skill whose level counts in part for another skill.
 *
 * @param skill index of the neighbour in the catalogue
 * @param transfer the share of the neighbour's level that counts, in (0, 0.6]
 */
public record Neighbour(int skill, double transfer) {}
