import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.starter.StarterConfig;
import dev.skillpod.starter.StarterWorld;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an import folder with a catalogue of any size: the starter world with each content in many editions, which differ in
 * title, level and the weights of their skills, and every learner's events spread over them. For measuring speed only.
 *
 * <p>Run with {@code java -cp 'app/target/skillpod/skillpod.jar:app/target/skillpod/lib/*' World.java CONTENTS FOLDER}.
 */
public final class World {
    private static final String[] EDITIONS = {"for beginners", "in practice", "by examples", "for teams", "step by step", "in depth", "workshop",
        "from the field", "with exercises", "project", "crash course", "revisited", "explained", "for professionals"};

    private final JsonMapper json = new JsonMapper();
    private final StarterWorld world = StarterWorld.generate(StarterConfig.defaults());
    private final Path folder;
    private final int contents;

    private World(int contents, Path folder) {
        this.contents = contents;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        var world = new World(Integer.parseInt(args[0]), Path.of(args[1]));
        Files.createDirectories(world.folder);
        world.catalogue();
        world.learners();
        world.demand();
    }

    /** Editions 0, 1, ... of the contents in turn, until there are enough. */
    private int editions(int content) {
        int all = world.catalog().contents().size();
        return contents / all + (content < contents % all ? 1 : 0);
    }

    private String edition(String contentId, int edition) {
        return edition == 0 ? contentId : contentId + "-e" + edition;
    }

    private void catalogue() throws IOException {
        Catalog catalog = world.catalog();
        try (var skills = writer("skills"); var prerequisites = writer("prerequisites")) {
            for (Skill skill : catalog.skills()) {
                row(skills, "skill_id", skill.id(), "name", skill.name(), "area", skill.area(), "aliases", skill.aliases(), "description",
                        skill.description(), "data_source", "SYNTHETIC");
                for (Prerequisite required : catalog.prerequisites().requiredBy(skill.id())) {
                    row(prerequisites, "skill_id", skill.id(), "requires_skill_id", required.requiresSkillId(), "required_level",
                            required.requiredLevel());
                }
            }
        }
        try (var roles = writer("roles")) {
            for (var role : catalog.roles()) {
                row(roles, "role_id", role.id(), "title", role.title(), "area", role.area(), "aliases", role.aliases(), "description",
                        role.description(), "skills", role.requirements().stream().map(r -> Map.of("skill_id", r.skillId(), "required_level",
                                r.requiredLevel(), "importance", r.importance())).toList(), "data_source", "SYNTHETIC");
            }
        }
        try (var rows = writer("contents")) {
            for (int c = 0; c < catalog.contents().size(); c++) {
                for (int e = 0; e < editions(c); e++) {
                    content(rows, catalog.contents().get(c), e);
                }
            }
        }
    }

    private void content(BufferedWriter rows, Content content, int edition) throws IOException {
        int shift = edition == 0 ? 0 : Math.floorMod(hash(content.id(), edition), 21) - 10;
        int from = Math.clamp(content.levelFrom() + shift, 0, 95);
        double share = edition == 0 ? 1 : 0.6 + Math.floorMod(hash(content.id(), edition + 100), 40) / 100.0;
        String title = edition == 0 ? content.title() : content.title() + " " + EDITIONS[edition % EDITIONS.length];
        row(rows, "content_id", edition(content.id(), edition), "content_type", content.type().name(), "title", title, "description",
                content.description(), "provider", content.provider(), "skills", content.skills().stream().map(s -> Map.of("skill_id",
                        s.skillId(), "weight", s.weight() * share)).toList(), "level_from", from, "level_to", Math.clamp(content.levelTo()
                        + shift, from + 5, 100), "duration_minutes", content.durationMinutes(), "prerequisite_content_ids",
                content.prerequisiteIds(), "data_source", "SYNTHETIC");
    }

    private void learners() throws IOException {
        try (var learners = writer("learners"); var events = writer("events")) {
            for (LearnerHistory history : world.histories()) {
                var profile = history.profile();
                String user = history.learner().userId();
                row(learners, "tenant_id", "default", "user_id", user, "skills", profile.skills().stream().map(s -> fields("skill_id", s.skillId(),
                        "current_level", s.level(), "years_experience", s.yearsExperience())).toList(), "career_goals", profile.careerGoals(),
                        "target_role", profile.targetRole(), "experience_level", name(profile.experienceLevel()), "preferred_learning_style",
                        name(profile.learningStyle()), "weekly_learning_hours", profile.weeklyLearningHours());
                for (Engagement e : history.engagements()) {
                    event(events, user, e.eventId(), e.type().name(), e.occurredAt(), "content_id", edition(user, e.contentId()),
                            "recommendation_id", e.recommendationId(), "position", e.position(), "propensity", e.propensity(), "progress",
                            e.progress(), "rating", e.rating());
                }
                for (Assessment a : history.assessments()) {
                    event(events, user, a.eventId(), "ASSESSMENT", a.occurredAt(), "skill_id", a.skillId(), "score", a.score(), "content_id",
                            a.contentId() == null ? null : edition(user, a.contentId()));
                }
                for (MarketSignal s : history.signals()) {
                    event(events, user, s.eventId(), "MARKET_SIGNAL", s.occurredAt(), "signal_type", s.type().name(), "skill_ids", s.skillIds(),
                            "job_id", s.jobId(), "outcome", name(s.outcome()), "match_score", s.matchScore());
                }
                for (ApplicationOutcome o : history.outcomes()) {
                    event(events, user, o.eventId(), "APPLICATION_OUTCOME", o.occurredAt(), "job_id", o.jobId(), "outcome", o.outcome().name(),
                            "skill_ids", o.skillIds(), "match_score", o.matchScore());
                }
            }
        }
    }

    private void demand() throws IOException {
        try (var demand = writer("demand")) {
            for (DemandPoint point : world.demand()) {
                row(demand, "skill_id", point.skillId(), "period", point.period().toString(), "postings", point.postings(), "applicants",
                        point.applicants(), "median_pay", point.medianPay(), "region", point.region());
            }
        }
    }

    /** A learner meets one and the same edition of a content always. */
    private String edition(String user, String contentId) {
        int content = world.catalog().contentIndex(contentId).orElseThrow();
        return edition(contentId, Math.floorMod(hash(user + contentId, 7), editions(content)));
    }

    private static int hash(String text, int salt) {
        int h = (text.hashCode() + salt) * 0x9E3779B9;
        return h ^ h >>> 15;
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private BufferedWriter writer(String kind) throws IOException {
        return Files.newBufferedWriter(folder.resolve(kind + ".ndjson"));
    }

    private void event(BufferedWriter out, String user, String id, String type, Instant at, Object... fields) throws IOException {
        Map<String, Object> event = fields("event_id", id, "tenant_id", "default", "user_id", user, "type", type, "timestamp", at.toString());
        event.putAll(fields(fields));
        out.write(json.writeValueAsString(event));
        out.newLine();
    }

    private void row(BufferedWriter out, Object... fields) throws IOException {
        out.write(json.writeValueAsString(fields(fields)));
        out.newLine();
    }

    /** Names and values in turn; null values are left out. */
    private static Map<String, Object> fields(Object... fields) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                map.put((String) fields[i], fields[i + 1]);
            }
        }
        return map;
    }
}
