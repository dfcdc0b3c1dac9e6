import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The seeded mix. Of 100 requests 2 are bad input; of 100 others 45 generate, 20 analyze gaps, 5 predict, 5 plan a path, 15 send events,
 * 5 ask for trends, 5 read the service, the catalogue and learners. 60 % name the tenant default, whose learners have a history, the
 * others one of three tenants that know only what the soak tells them. 30 % of lists and gaps were asked for before. Not thread-safe.
 */
final class Mix {
    private static final int LEARNERS = 5_000;
    private static final int REMEMBERED = 500;
    private static final int FORECAST_SKILLS = 40;

    private final Random random;
    private final Keys keys;
    private final List<String> skills;
    private final List<String> contents;
    private final Requests lists;
    private final Requests gaps;
    private final Requests paths;
    private final EventBatches events;
    private final List<String> askedLists = new ArrayList<>();
    private final List<String> askedGaps = new ArrayList<>();

    Mix(Keys keys, List<String> skills, List<String> roles, List<String> contents, EventBatches events, Random random) {
        this.random = random;
        this.keys = keys;
        this.skills = skills;
        this.contents = contents;
        this.events = events;
        lists = new Profiles(skills, roles, random);
        gaps = new GapRequests(skills, roles, random);
        paths = new PathRequests(skills, roles, random);
    }

    Call next() {
        if (random.nextInt(100) < 2) {
            return BadInput.next(keys, random);
        }
        int kind = random.nextInt(100);
        if (kind < 45) {
            return post("generate", lists.path(), sometimesAgain(lists, askedLists));
        } else if (kind < 65) {
            return post("gaps", gaps.path(), sometimesAgain(gaps, askedGaps));
        } else if (kind < 70) {
            return post("predict", "/api/v1/skill-gaps/predict", prediction());
        } else if (kind < 75) {
            return post("paths", paths.path(), inSomeTenant(paths.next()));
        } else if (kind < 90) {
            return events.next(tenant(), keys.ingest());
        } else if (kind < 95) {
            return trend();
        }
        return read();
    }

    private String sometimesAgain(Requests requests, List<String> asked) {
        if (asked.size() == REMEMBERED && random.nextInt(100) < 30) {
            return asked.get(random.nextInt(REMEMBERED));
        }
        String body = inSomeTenant(requests.next());
        if (asked.size() < REMEMBERED) {
            asked.add(body);
        } else {
            asked.set(random.nextInt(REMEMBERED), body);
        }
        return body;
    }

    private String tenant() {
        return random.nextInt(100) < 60 ? "default" : "soak-" + (1 + random.nextInt(3));
    }

    private String inSomeTenant(String body) {
        return body.replace("\"tenant_id\":\"default\"", "\"tenant_id\":\"" + tenant() + "\"");
    }

    private String learner() {
        return "starter-%05d".formatted(1 + random.nextInt(LEARNERS));
    }

    private String skill(int among) {
        return skills.get(2 * random.nextInt(among));
    }

    private String prediction() {
        String some = "[\"" + skill(skills.size() / 2) + "\",\"" + skill(skills.size() / 2) + "\"]";
        return random.nextBoolean()
                ? some
                : "{\"user_context\":{\"tenant_id\":\"" + tenant() + "\",\"user_id\":\"" + learner() + "\"},\"skill_ids\":" + some + "}";
    }

    /** Asks about few skills: a forecast that nobody asked for lately is not answered without PostgreSQL, as documented. */
    private Call trend() {
        return switch (random.nextInt(4)) {
            case 0 -> get("trends", "/api/v1/trends/top?limit=10");
            case 1 -> post("trends", "/api/v1/trends/analyze", "[\"" + skill(FORECAST_SKILLS) + "\",\"" + skill(FORECAST_SKILLS) + "\"]");
            default -> get("trends", "/api/v1/trends/forecast/" + skill(FORECAST_SKILLS) + "?periods_ahead=" + (1 + random.nextInt(12)));
        };
    }

    private Call read() {
        return switch (random.nextInt(6)) {
            case 0 -> get("service", "/health");
            case 1 -> get("service", "/api/v1/models/status");
            case 2 -> get("service", "/api/v1/contents/" + contents.get(2 * random.nextInt(contents.size() / 2)));
            case 3 -> get("service", "/ready");
            case 4 -> stored("/api/v1/learners/default/" + learner());
            default -> stored("/api/v1/learners/" + tenant() + "/" + learner() + "/mastery");
        };
    }

    private Call get(String route, String path) {
        return new Call(route, "GET", path, keys.caller(), new byte[0], 200);
    }

    /** What is in PostgreSQL and nowhere else. */
    private Call stored(String path) {
        return new Call("learners", "GET", path, keys.caller(), new byte[0], 200, true, -1);
    }

    private Call post(String route, String path, String body) {
        return new Call(route, "POST", path, keys.caller(), body.getBytes(StandardCharsets.UTF_8), 200);
    }
}
