package dev.skillpod.app.http.gap;

import dev.skillpod.app.http.learner.ProfileMapping;
import dev.skillpod.app.http.learner.Signal;
import dev.skillpod.app.http.learner.SignalMapping;
import dev.skillpod.app.http.learner.SkillLevel;
import dev.skillpod.app.http.learner.UserContext;
import dev.skillpod.app.http.validation.IsoTime;
import dev.skillpod.app.serving.LearnerContext;
import dev.skillpod.app.serving.SkillNames;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.gap.analysis.GapRequest;
import dev.skillpod.core.gap.requirement.TargetSkill;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns checked requests about skill gaps into the domain's. */
public final class GapMapping {
    private final Function<LearnerKey, LearnerHistory> stored;
    private final SkillNames names;
    private final Instant asOf;

    /**
     * Prepares the mapping of one request.
     *
     * @param stored gives the stored history of a learner
     * @param names turns skills into ids and collects warnings
     * @param asOf the instant of the request
     */
    public GapMapping(Function<LearnerKey, LearnerHistory> stored, SkillNames names, Instant asOf) {
        this.stored = stored;
        this.names = names;
        this.asOf = asOf;
    }

    GapRequest request(AnalyzeRequest body) {
        List<TargetSkill> targets = ProfileMapping.orEmpty(body.targetSkills()).stream()
                .map(this::target)
                .toList();
        return request(body.userContext(), body.marketSignals(), targets);
    }

    /** Returns the request about a learner with the given signals and targets. */
    public GapRequest request(UserContext user, @Nullable List<Signal> sent, List<TargetSkill> targets) {
        var learner = new LearnerKey(user.tenantId(), user.userId());
        List<MarketSignal> signals =
                SignalMapping.signals("market_signals", learner, ProfileMapping.orEmpty(sent), names, asOf);
        LearnerContext context = ProfileMapping.context(user, signals, names);
        return new GapRequest(context.over(stored.apply(learner)), requested(user), targets, asOf);
    }

    /** Returns a target in the words of the domain. */
    public TargetSkill target(Target target) {
        String name = target.skillName();
        Integer level = target.requiredLevel();
        return new TargetSkill(
                names.idOf(target.skillId(), name),
                name == null || name.isBlank() ? target.skillId() : name,
                level == null ? Target.DEFAULT_LEVEL : level);
    }

    private Map<String, Optional<Instant>> requested(UserContext user) {
        var requested = new HashMap<String, Optional<Instant>>();
        for (SkillLevel skill : ProfileMapping.orEmpty(user.skills())) {
            requested.put(
                    names.idOf(skill.skillId(), skill.skillName()),
                    Optional.ofNullable(skill.lastUsedAt()).map(IsoTime::instant));
        }
        return requested;
    }
}
