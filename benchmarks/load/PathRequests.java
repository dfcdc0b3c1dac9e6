import java.util.List;
import java.util.Random;

/**
 * Requests of POST /api/v1/learning-paths/generate for paths of 20 contents at most: a target role (sometimes by its title), 2 to 30
 * hours a week, 0 to 12 skills with levels. 70 % come from learners of the starter world, the others from learners nobody has seen.
 */
final class PathRequests implements Requests {
    private static final int LEARNERS = 5_000;

    /** Ids and names, alternating. */
    private final List<String> skills;

    /** Ids and titles, alternating. */
    private final List<String> roles;

    private final Random random;
    private int made;

    PathRequests(List<String> skills, List<String> roles, Random random) {
        this.skills = skills;
        this.roles = roles;
        this.random = random;
    }

    @Override
    public String path() {
        return "/api/v1/learning-paths/generate";
    }

    @Override
    public String nothing() {
        return "{\"steps\":[]";
    }

    @Override
    public String next() {
        made++;
        var body = new StringBuilder(1_000);
        body.append("{\"user_context\":{\"tenant_id\":\"default\",\"user_id\":\"");
        if (random.nextInt(100) < 70) {
            body.append("starter-%05d".formatted(1 + random.nextInt(LEARNERS)));
        } else {
            body.append("unseen-").append(made).append('-').append(Integer.toHexString(random.nextInt()));
        }
        body.append("\",\"skills\":[");
        int count = random.nextInt(13);
        int first = random.nextInt(skills.size() / 2);
        for (int i = 0; i < count; i++) {
            int skill = (first + i * 7) % (skills.size() / 2);
            body.append(i == 0 ? "" : ",").append("{\"skill_id\":\"").append(skills.get(2 * skill)).append("\",\"skill_name\":\"")
                    .append(skills.get(2 * skill + 1)).append("\",\"current_level\":").append(random.nextInt(101)).append('}');
        }
        body.append("]},\"target_role\":\"").append(roles.get(random.nextInt(roles.size()))).append("\",\"weekly_learning_hours\":")
                .append(2 + random.nextInt(29)).append(",\"max_items\":20}");
        return body.toString();
    }
}
