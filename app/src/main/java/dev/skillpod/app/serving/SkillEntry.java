package dev.skillpod.app.serving;

import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Skill;
import java.util.List;

/**
 * A skill together with everything it requires.
 *
 * @param skill the skill
 * @param prerequisites all its prerequisites; each names the skill itself as {@code skillId}
 */
public record SkillEntry(Skill skill, List<Prerequisite> prerequisites) {
    public SkillEntry {
        prerequisites = List.copyOf(prerequisites);
    }
}
