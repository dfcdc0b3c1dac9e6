package dev.skillpod.core.gap.outcome;

/**
 * What a job asks for, in the catalogue's indexes.
 *
 * @param skills skill indexes, each once
 * @param levels the level asked for of each, in [0, 100]
 * @param role index of the role, or -1 when unknown
 */
public record AskedLevels(int[] skills, float[] levels, int role) {
    /** Returns the place of a skill among those asked for, or -1. */
    public int indexOf(int skill) {
        for (int i = 0; i < skills.length; i++) {
            if (skills[i] == skill) {
                return i;
            }
        }
        return -1;
    }
}
