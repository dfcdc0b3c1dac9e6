package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rows of the catalogue come back as they were put; cycles stay out. */
class CatalogTest extends HttpTest {

    @Test
    void aSkillIsCreatedReplacedAndShown() {
        String skill = """
                {"skill_id":"c-flask","name":"Flask","area":"Software Engineering","aliases":["Flask micro"],\
                "description":"Small web applications.","prerequisites":[{"skill_id":"python","required_level":30}]}""";

        Reply created = put("/api/v1/skills/c-flask", skill);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().toString()).isEqualTo("{\"created\":1,\"replaced\":0,\"warnings\":[]}");
        assertThat(put("/api/v1/skills/c-flask", skill).ok().toString())
                .isEqualTo("{\"created\":0,\"replaced\":1,\"warnings\":[]}");
        assertThat(get("/api/v1/skills/c-flask").ok().toString())
                .isEqualTo(skill.replaceAll("}$", ",\"data_source\":\"real\"}"));
    }

    @Test
    void aRoleComesBackAsItWasPut() {
        String role = """
                {"role_id":"c-analyst","title":"Analyst","area":"Data","aliases":[],"description":"",\
                "skills":[{"skill_id":"sql","required_level":60,"importance":0.8}]}""";

        assertThat(put("/api/v1/roles/c-analyst", role).status()).isEqualTo(201);
        assertThat(get("/api/v1/roles/c-analyst").ok().toString())
                .isEqualTo(role.replaceAll("}$", ",\"data_source\":\"real\"}"));
    }

    @Test
    void aContentComesBackWithDefaultsAndUnknownReferencesAreReported() {
        Reply created = put("/api/v1/contents/c-1", """
                {"content_type":"PODCAST","title":"Talking of Tables","url":"https://example.org/a?b=c",
                 "skills":[{"skill_id":"sql","weight":0.5},{"skill_id":"cobol","weight":0.5}],
                 "prerequisite_content_ids":["c-0"]}""");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("warnings").path(0).asString())
                .isEqualTo("skills[1].skill_id of 'c-1' names 'cobol', which is not in the catalogue yet");
        assertThat(created.json().path("warnings")).hasSize(2);
        assertThat(get("/api/v1/contents/c-1").ok().toString()).isEqualTo("""
                        {"content_id":"c-1","content_type":"PODCAST","title":"Talking of Tables","description":null,\
                        "provider":null,"url":"https://example.org/a?b=c",\
                        "skills":[{"skill_id":"sql","weight":0.5},{"skill_id":"cobol","weight":0.5}],\
                        "level_from":0,"level_to":100,"duration_minutes":null,"prerequisite_content_ids":["c-0"],\
                        "data_source":"real"}""");
    }

    @Test
    void manyRowsComeInAsArrayOrNdjsonAllOrNone() {
        String array =
                "[{\"skill_id\":\"c-a\",\"name\":\"A\",\"prerequisites\":[{\"skill_id\":\"c-b\",\"required_level\":5}]},"
                        + "{\"skill_id\":\"c-b\",\"name\":\"B\"}]";
        assertThat(put("/api/v1/skills", array).ok().toString())
                .isEqualTo("{\"created\":2,\"replaced\":0,\"warnings\":[]}");

        String lines = "{\"content_id\":\"c-x\",\"content_type\":\"VIDEO\",\"title\":\"X\"}\n"
                + "{\"content_type\":\"VIDEO\",\"title\":\"no id\"}\n"
                + "{\"content_id\":\"c-x\",\"content_type\":\"VIDEO\",\"title\":\"X again\"}\n";
        JsonNode problem = send("PUT", "/api/v1/contents", NDJSON, BodyPublishers.ofString(lines))
                .problem(422);
        assertThat(problem.path("errors").path(0).path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("content_id");
        assertThat(problem.path("errors").path(1).path("message").asString()).contains("occurred again: \"c-x\"");
        get("/api/v1/contents/c-x").problem(404);

        String first = lines.substring(0, lines.indexOf('\n'));
        assertThat(send("PUT", "/api/v1/contents", NDJSON, BodyPublishers.ofString(first))
                        .ok()
                        .path("created")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aCycleOfPrerequisitesIsNamed() {
        put("/api/v1/skills/c-first", "{\"name\":\"First\"}");
        put(
                "/api/v1/skills/c-second",
                "{\"name\":\"Second\",\"prerequisites\":[{\"skill_id\":\"c-first\",\"required_level\":5}]}");

        JsonNode problem = put(
                        "/api/v1/skills/c-first",
                        "{\"name\":\"First\",\"prerequisites\":[{\"skill_id\":\"c-second\",\"required_level\":5}]}")
                .problem(422);

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("prerequisites");
        assertThat(problem.path("detail").asString()).contains("c-first -> c-second -> c-first");
        assertThat(get("/api/v1/skills/c-first").ok().path("prerequisites")).isEmpty();
        put(
                        "/api/v1/skills/c-self",
                        "{\"name\":\"Self\",\"prerequisites\":[{\"skill_id\":\"c-self\",\"required_level\":5}]}")
                .problem(422);
    }

    @Test
    void anIdMayHoldWhatPathsUseForThemselves() {
        String id = "/api/v1/skills/c%2Fd%5Ce%3Bf%25g%3Fh%20%C3%A9";

        assertThat(put(id, "{\"name\":\"Odd\"}").status()).isEqualTo(201);
        assertThat(get(id).ok().path("skill_id").asString()).isEqualTo("c/d\\e;f%g?h \u00e9");
    }

    @Test
    void pagesTogetherAreTheWholeList() {
        JsonNode first = get("/api/v1/skills?limit=2").ok();
        JsonNode rest = get("/api/v1/skills?offset=2&limit=1000").ok();

        assertThat(first.path("items")).hasSize(2);
        assertThat(first.path("items").path(0).path("skill_id").asString()).isEqualTo("python");
        assertThat(rest.path("items")).hasSize(first.path("total").asInt() - 2);
        assertThat(get("/api/v1/skills?offset=2147483647").ok().path("items")).isEmpty();
        assertThat(get("/api/v1/roles").ok().path("limit").asInt()).isEqualTo(100);
        assertThat(get("/api/v1/contents").ok().path("total").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aLearnersProfileComesBack() {
        get("/api/v1/learners/acme/l-1").problem(404);
        String profile = """
                {"skills":[{"skill_id":"Py","skill_name":"","current_level":40,"years_experience":1.5}],
                 "career_goals":["Lead"," "],"target_role":"","weekly_learning_hours":5}""";

        assertThat(put("/api/v1/learners/acme/l-1", profile).status()).isEqualTo(201);
        assertThat(put("/api/v1/learners/acme/l-1", profile).status()).isEqualTo(200);
        assertThat(get("/api/v1/learners/acme/l-1").ok().toString()).isEqualTo("""
                        {"user_id":"l-1","tenant_id":"acme","skills":[{"skill_id":"python","skill_name":"Python",\
                        "current_level":40,"years_experience":1.5}],"career_goals":["Lead"],"target_role":null,\
                        "experience_level":null,"preferred_learning_style":null,"weekly_learning_hours":5,"warnings":[]}""");
        get("/api/v1/learners/other/l-1").problem(404);
    }
}
