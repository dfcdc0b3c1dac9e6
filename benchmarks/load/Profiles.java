import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Requests of POST /api/v1/recommendations/generate: 70 % learners of the starter world in random order, 25 % unseen ones with a
 * profile, 5 % empty profiles.
 */
final class Profiles implements Requests {
    private static final int LEARNERS = 5_000;
    private static final String[] SIGNALS = {
        "JOB_VIEW", "JOB_APPLICATION", "SKILL_SEARCH", "PROFILE_GAP", "JOB_REJECTION"
    };

    private final List<String> skills;
    private final List<String> roles;
    private final Random random;
    private final List<Integer> learners = new ArrayList<>();
    private int next;
    private int made;

    Profiles(List<String> skills, List<String> roles, Random random) {
        this.skills = skills;
        this.roles = roles;
        this.random = random;
        for (int i = 1; i <= LEARNERS; i++) {
            learners.add(i);
        }
    }

    @Override
    public String path() {
        return "/api/v1/recommendations/generate";
    }

    @Override
    public String nothing() {
        return "{\"recommendations\":[]";
    }

    @Override
    public String next() {
        int kind = random.nextInt(100);
        var user = new ArrayList<String>();
        user.add("\"tenant_id\":\"default\"");
        if (kind < 70) {
            if (next % LEARNERS == 0) {
                Collections.shuffle(learners, random);
            }
            user.add("\"user_id\":\"starter-%05d\"".formatted(learners.get(next++ % LEARNERS)));
            addSometimes(10, user, "\"target_role\":\"" + role() + "\"");
            addSometimes(10, user, "\"career_goals\":[\"" + goal() + "\"]");
        } else {
            user.add("\"user_id\":\"unseen-" + Long.toHexString(random.nextLong()) + "\"");
            if (kind < 95) {
                user.add("\"skills\":[" + levels(1 + random.nextInt(12)) + "]");
                user.add("\"target_role\":\"" + role() + "\"");
                addSometimes(30, user, "\"career_goals\":[\"" + goal() + "\"]");
                addSometimes(30, user, "\"weekly_learning_hours\":" + (1 + random.nextInt(20)));
            }
        }
        var fields = new ArrayList<String>();
        fields.add("\"user_context\":{" + String.join(",", user) + "}");
        if (kind < 95) {
            addSometimes(30, fields, "\"recent_signals\":[" + signal() + "," + signal() + "]");
            addSometimes(20, fields, "\"max_recommendations\":" + (5 + random.nextInt(16)));
        }
        fields.add("\"min_confidence\":0.2" + "%07d".formatted(++made)); // no two requests are alike
        return "{" + String.join(",", fields) + "}";
    }

    private void addSometimes(int percent, List<String> fields, String field) {
        if (random.nextInt(100) < percent) {
            fields.add(field);
        }
    }

    private String levels(int count) {
        var levels = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            int skill = random.nextInt(skills.size() / 2);
            levels.add("{\"skill_id\":\"%s\",\"skill_name\":\"%s\",\"current_level\":%d}"
                    .formatted(skills.get(2 * skill), skills.get(2 * skill + 1), random.nextInt(101)));
        }
        return String.join(",", levels);
    }

    private String signal() {
        return "{\"signal_type\":\"%s\",\"skill_ids\":[\"%s\"],\"timestamp\":\"%s\"}"
                .formatted(
                        SIGNALS[random.nextInt(SIGNALS.length)],
                        skills.get(2 * random.nextInt(skills.size() / 2)),
                        Instant.now().minusSeconds(60 + random.nextInt(2_000_000)));
    }

    /** Sometimes the id, sometimes the title. */
    private String role() {
        return roles.get(random.nextInt(roles.size()));
    }

    /** Free text that the service has to embed. */
    private String goal() {
        return "Become a " + roles.get(2 * random.nextInt(roles.size() / 2) + 1) + " who is good at "
                + skills.get(2 * random.nextInt(skills.size() / 2) + 1) + " and "
                + skills.get(2 * random.nextInt(skills.size() / 2) + 1);
    }
}
