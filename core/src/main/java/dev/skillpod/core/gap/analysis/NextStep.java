package dev.skillpod.core.gap.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Something to do about a gap.
 *
 * @param text one sentence
 * @param contentId the content to finish, or null
 * @param skillId the skill it works on
 */
public record NextStep(String text, @Nullable String contentId, String skillId) {}
