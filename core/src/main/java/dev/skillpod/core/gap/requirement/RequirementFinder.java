package dev.skillpod.core.gap.requirement;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.gap.role.RequiredSkill;
import dev.skillpod.core.gap.role.RoleSkillModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Finds what is required of a learner. Bound to one catalogue; thread-safe. */
public final class RequirementFinder {
    private static final int NEAREST_ROLES = 3;

    private static final int MOST_LIKELY = 10;
    private static final double LEAST_PROBABILITY = 0.3;

    private final Catalog catalog;
    private final RoleMatcher roles;
    private final RoleSkillModel likeRoles;
    private final MarketEvidence market;

    /**
     * What was found.
     *
     * @param requirements one per skill
     * @param role the role worked towards; empty when none is known
     * @param warnings what could not be made use of, in plain sentences
     */
    public record Found(List<Requirement> requirements, Optional<Role> role, List<String> warnings) {
        public Found {
            requirements = List.copyOf(requirements);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Makes a finder.
     *
     * @param likeRoles what roles require by what roles like them require, of the same catalogue
     */
    public RequirementFinder(
            Catalog catalog, RoleMatcher roles, RoleSkillModel likeRoles, Postings postings, UsualLevels usual) {
        this.catalog = catalog;
        this.roles = roles;
        this.likeRoles = likeRoles;
        this.market = new MarketEvidence(postings, usual);
    }

    /**
     * Returns what is required by the targets, by the role, and by the market activity before {@code asOf}.
     *
     * @param targets skills named by the caller; when one occurs twice the later one counts
     */
    public Found find(LearnerHistory learner, List<TargetSkill> targets, Instant asOf) {
        var names = new LinkedHashMap<String, String>();
        var evidence = new LinkedHashMap<String, List<Evidence>>();
        for (TargetSkill target : targets) {
            names.put(target.skillId(), target.skillName());
            List<Evidence> asked = evidence.computeIfAbsent(target.skillId(), s -> new ArrayList<>());
            asked.clear();
            asked.add(new Evidence.Asked(target.requiredLevel()));
        }
        OptionalInt index = TargetRole.of(learner, roles);
        Optional<Role> role = index.isPresent() ? Optional.of(catalog.roles().get(index.getAsInt())) : Optional.empty();
        role.ifPresent(r -> byRole(r, evidence));
        byLikeRoles(learner.profile().targetRole(), index, evidence);
        market.of(learner, asOf)
                .forEach((skill, found) ->
                        evidence.computeIfAbsent(skill, s -> new ArrayList<>()).add(found));
        return new Found(requirements(evidence, names), role, warnings(learner, role));
    }

    private static void byRole(Role role, Map<String, List<Evidence>> evidence) {
        for (SkillRequirement required : role.requirements()) {
            evidence.computeIfAbsent(required.skillId(), s -> new ArrayList<>())
                    .add(new Evidence.ByRole(role.id(), role.title(), required.requiredLevel(), required.importance()));
        }
    }

    /** A role without requirements, and a text that means no role, require what roles like them do. */
    private void byLikeRoles(@Nullable String target, OptionalInt role, Map<String, List<Evidence>> evidence) {
        if (role.isPresent()) {
            Role known = catalog.roles().get(role.getAsInt());
            if (known.requirements().isEmpty()) {
                add(known.title(), likeRoles.complete(role.getAsInt(), MOST_LIKELY), evidence);
            }
        } else if (target != null && !target.isBlank()) {
            add(target, likeRoles.describe(target, MOST_LIKELY), evidence);
        }
    }

    private void add(String title, List<RequiredSkill> likely, Map<String, List<Evidence>> evidence) {
        for (RequiredSkill required : likely) {
            if (required.probability() >= LEAST_PROBABILITY) {
                evidence.computeIfAbsent(catalog.skills().get(required.skill()).id(), s -> new ArrayList<>())
                        .add(new Evidence.ByLikeRoles(
                                title,
                                required.level(),
                                required.probability(),
                                required.probability() * required.importance()));
            }
        }
    }

    private List<Requirement> requirements(Map<String, List<Evidence>> evidence, Map<String, String> names) {
        var requirements = new ArrayList<Requirement>(evidence.size());
        evidence.forEach((skill, found) -> {
            String name = catalog.skill(skill).map(Skill::name).orElseGet(() -> names.getOrDefault(skill, skill));
            requirements.add(Requirement.of(skill, name, found));
        });
        return requirements;
    }

    private List<String> warnings(LearnerHistory learner, Optional<Role> role) {
        String target = learner.profile().targetRole();
        if (target == null || target.isBlank() || roles.match(target).isPresent()) {
            return List.of();
        }
        String instead = role.map(r -> "; the career goals mean " + r.title()).orElse("");
        return List.of("target_role '" + target + "' means no role of the catalogue" + instead + "; nearest: "
                + String.join(", ", roles.nearest(target, NEAREST_ROLES)));
    }
}
