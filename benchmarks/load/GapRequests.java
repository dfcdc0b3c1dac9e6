import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Requests of POST /api/v1/skill-gaps/analyze, each with the levels of 50 skills and 50 market signals of the last half year.
 * Half of them name 50 target skills, half a target role (so a quarter both, and a quarter neither). 70 % come from learners of
 * the starter world, the others from learners nobody has seen; two thirds of the signals are about jobs of the starter world.
 */
final class GapRequests implements Requests {
    private static final int SKILLS = 50;
    private static final int SIGNALS = 50;
    private static final int LEARNERS = 5_000;
    private static final int JOBS = 2_520;
    private static final long HALF_A_YEAR = 182L * 24 * 60 * 60;
    private static final String[] OF_JOBS = {
        "JOB_VIEW", "JOB_VIEW", "JOB_VIEW", "JOB_APPLICATION", "JOB_APPLICATION", "JOB_REJECTION", "JOB_ACCEPTANCE", "CONTRACT_STARTED",
        "CONTRACT_COMPLETED", "CLIENT_FEEDBACK"
    };
    private static final String[] OTHERS = {
        "SKILL_SEARCH", "SKILL_SEARCH", "PROFILE_GAP", "COMPETITOR_ANALYSIS", "MARKET_TREND", "CERTIFICATION_REQUIRED"
    };
    private static final String[] OUTCOMES = {"IGNORED", "VIEWED", "SHORTLISTED", "INTERVIEWED", "HIRED", "REJECTED", "WITHDRAWN"};

    /** Ids and names, alternating. */
    private final List<String> skills;

    /** Ids and titles, alternating. */
    private final List<String> roles;

    private final List<Integer> order = new ArrayList<>();
    private final Random random;
    private int made;

    GapRequests(List<String> skills, List<String> roles, Random random) {
        if (skills.size() / 2 < SKILLS) {
            throw new IllegalArgumentException("the catalogue must have at least " + SKILLS + " skills, had " + skills.size() / 2);
        }
        this.skills = skills;
        this.roles = roles;
        this.random = random;
        for (int i = 0; i < skills.size() / 2; i++) {
            order.add(i);
        }
    }

    @Override
    public String path() {
        return "/api/v1/skill-gaps/analyze";
    }

    @Override
    public String nothing() {
        return "{\"skill_gaps\":[]";
    }

    @Override
    public String next() {
        made++;
        var body = new StringBuilder(16_000);
        body.append("{\"user_context\":{\"tenant_id\":\"default\",\"user_id\":\"");
        if (random.nextInt(100) < 70) {
            body.append("starter-%05d".formatted(1 + random.nextInt(LEARNERS)));
        } else {
            body.append("unseen-").append(made).append('-').append(Integer.toHexString(random.nextInt()));
        }
        body.append("\",\"skills\":[");
        levels(body, "current_level");
        body.append(']');
        if (random.nextBoolean()) { // sometimes the id, sometimes the title
            body.append(",\"target_role\":\"").append(roles.get(random.nextInt(roles.size()))).append('"');
        }
        body.append("},\"market_signals\":[");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int i = 0; i < SIGNALS; i++) {
            signal(i == 0 ? body : body.append(','), now);
        }
        body.append(']');
        if (random.nextBoolean()) {
            body.append(",\"target_skills\":[");
            levels(body, "required_level");
            body.append(']');
        }
        return body.append('}').toString();
    }

    private void levels(StringBuilder body, String field) {
        Collections.shuffle(order, random);
        for (int i = 0; i < SKILLS; i++) {
            int skill = order.get(i);
            body.append(i == 0 ? "" : ",").append("{\"skill_id\":\"").append(skills.get(2 * skill)).append("\",\"skill_name\":\"")
                    .append(skills.get(2 * skill + 1)).append("\",\"").append(field).append("\":").append(random.nextInt(101));
            if (field.equals("current_level") && random.nextInt(3) == 0) {
                body.append(",\"years_experience\":").append(random.nextInt(100) / 10.0);
            }
            body.append('}');
        }
    }

    private void signal(StringBuilder body, Instant now) {
        boolean ofJob = random.nextInt(3) < 2;
        String type = ofJob ? OF_JOBS[random.nextInt(OF_JOBS.length)] : OTHERS[random.nextInt(OTHERS.length)];
        body.append("{\"signal_type\":\"").append(type).append("\",\"skill_ids\":[");
        int count = 1 + random.nextInt(5);
        int first = random.nextInt(skills.size() / 2);
        for (int i = 0; i < count; i++) {
            int skill = (first + i * 7) % (skills.size() / 2);
            body.append(i == 0 ? "\"" : ",\"").append(skills.get(2 * skill)).append('"');
        }
        body.append(']');
        if (ofJob) {
            body.append(",\"job_id\":\"job-%05d\"".formatted(1 + random.nextInt(JOBS)));
            if (!type.equals("JOB_VIEW")) {
                body.append(",\"outcome\":\"").append(OUTCOMES[random.nextInt(OUTCOMES.length)]).append('"');
            }
            if (random.nextInt(4) == 0) {
                body.append(",\"match_score\":0.").append(10 + random.nextInt(90));
            }
        }
        body.append(",\"timestamp\":\"").append(now.minusSeconds(60 + random.nextLong(HALF_A_YEAR))).append("\"}");
    }
}
