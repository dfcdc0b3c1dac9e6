package dev.skillpod.core.recommend;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.als.Taste;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.MarketDemand;
import dev.skillpod.core.text.WordHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Four skills (bread needs dough at 40; sauce and soup need nothing), two roles and four contents per skill: an
 * introduction 0-30, a practice 25-55, an advanced course 50-80 that requires the practice, and a short note 20-40.
 */
public final class TinyWorld {
    public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    public static final LearnerKey LEARNER = new LearnerKey("t", "u");
    private static final List<String> SKILLS = List.of("dough", "bread", "sauce", "soup");

    private TinyWorld() {}

    public static CatalogIndex index() {
        var skills = SKILLS.stream()
                .map(s -> new Skill(s, s, "kitchen", List.of(), "all about " + s, DataSource.SYNTHETIC))
                .toList();
        var contents = new ArrayList<Content>();
        for (String skill : SKILLS) {
            contents.add(content(skill + "-intro", skill, 0, 30, 300, List.of()));
            contents.add(content(skill + "-practice", skill, 25, 55, 200, List.of()));
            contents.add(content(skill + "-advanced", skill, 50, 80, 400, List.of(skill + "-practice")));
            contents.add(content(skill + "-note", skill, 20, 40, 10, List.of()));
        }
        var roles = List.of(
                role("baker", "Master Baker", List.of("bread maker"), "dough", "bread"),
                role("cook", "Sauce Cook", List.of(), "sauce", "soup"));
        var catalog = new Catalog(skills, List.of(new Prerequisite("bread", "dough", 40)), roles, contents);
        return new CatalogIndex(catalog, CatalogEmbedding.of(catalog, new WordHash()));
    }

    private static Content content(String id, String skill, int from, int to, int minutes, List<String> first) {
        return new Content(
                id,
                id.endsWith("note") ? ContentType.ARTICLE : ContentType.COURSE,
                id.replace('-', ' '),
                null,
                null,
                null,
                List.of(new SkillWeight(skill, 1)),
                from,
                to,
                minutes,
                first,
                DataSource.SYNTHETIC);
    }

    private static Role role(String id, String title, List<String> aliases, String first, String second) {
        return new Role(
                id,
                title,
                "kitchen",
                aliases,
                "works with " + first + " and " + second,
                List.of(new SkillRequirement(first, 60, 0.8), new SkillRequirement(second, 70, 1)),
                DataSource.SYNTHETIC);
    }

    public static LearnerProfile profile(@Nullable String role, LearnerSkill... skills) {
        return new LearnerProfile(List.of(skills), List.of(), role, null, null, 5);
    }

    public static LearnerSkill skill(String id, int level) {
        return new LearnerSkill(id, level, null);
    }

    public static LearnerHistory history(
            LearnerProfile profile, List<Engagement> engagements, List<Assessment> assessments) {
        return new LearnerHistory(LEARNER, profile, engagements, assessments, List.of(), List.of());
    }

    public static Engagement did(EngagementType type, String content, int day) {
        return new Engagement(type + content + day, LEARNER, day(day), type, content, null, null, null, null, null);
    }

    public static Assessment measured(String skill, double score, int day, @Nullable String content) {
        return new Assessment("a" + skill + day, LEARNER, day(day), skill, score, content);
    }

    /** Returns an instant that many days before {@link #NOW} (after it when negative). */
    public static Instant day(int before) {
        return NOW.minusSeconds(before * 86_400L);
    }

    public static LearnerState state(CatalogIndex index, LearnerHistory history) {
        return LearnerState.of(index, new RoleMatcher(index), LevelModel.untrained(), history, List.of(), NOW);
    }

    public static LearnerContext context(CatalogIndex index, LearnerHistory history) {
        int n = index.contentCount();
        var statistics = ContentStatistics.none(n);
        for (int c = 0; c < n; c++) {
            statistics.popularity()[c] = 1 + (c * 7) % 5;
            statistics.completionRate()[c] = 0.5f;
        }
        var scores = new float[n];
        for (int c = 0; c < n; c++) {
            scores[c] = (c * 5 % 7) / 7f;
        }
        return new LearnerContext(
                state(index, history),
                new Taste(scores, true),
                new Taste(scores, true),
                new Taste(scores, true),
                statistics,
                MarketDemand.unknown(index.skillCount()));
    }
}
