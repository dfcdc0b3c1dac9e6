package dev.skillpod.store.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.LearningStyle;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.PayRange;
import dev.skillpod.core.activity.Proficiency;
import dev.skillpod.core.activity.SignalType;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImportTest {
    private static final LearnerKey ANNA = new LearnerKey("acme", "anna");
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void csvAndNdjsonSayTheSame() throws IOException {
        Import csv = new Import(folder.resolve("csv"))
                .file(
                        "skills.csv",
                        "skill_id,name,area,aliases,description",
                        "django,Django,Software,Django ORM;Django framework,\"Web, with Python\"")
                .file("prerequisites.csv", "skill_id,requires_skill_id,required_level", "django,python,40")
                .file(
                        "roles.csv",
                        "role_id,title,area,skills",
                        "backend,Backend Engineer,Software,django:60:0.9;python:70")
                .file(
                        "contents.csv",
                        "content_id,content_type,title,skills,level_from,level_to,duration_minutes,prerequisite_content_ids",
                        "c2,COURSE,Django in Depth,django:0.8;python:0.2,20,60,540,c0;c1")
                .file(
                        "learners.csv",
                        "tenant_id,user_id,skills,career_goals,target_role,experience_level,preferred_learning_style,"
                                + "weekly_learning_hours",
                        "acme,anna,python:60:3.5;sql:20,Lead a team;Ship,backend,ADVANCED,SELF_PACED,6")
                .file(
                        "demand.csv",
                        "skill_id,period,postings,applicants,median_pay,region",
                        "django,2025-12,120,,88000.5,")
                .file(
                        "postings.csv",
                        "job_id,title,role_id,region,posted_at,skills,pay_low,pay_high,pay_currency",
                        "j1,\"Backend engineer,"
                                + " payments\",backend,north,2026-01-05T10:00:00+01:00,django:60;sql,58000,72000.5,EUR",
                        "j2,,,,2026-01-05T09:00:00Z,,,,");
        Import json = new Import(folder.resolve("json"))
                .file("skills.ndjson", """
                    {"skill_id":"django","name":"Django","area":"Software","aliases":["Django ORM","Django framework"],\
                    "description":"Web, with Python"}\
                    """)
                .file("prerequisites.jsonl", """
                    {"skill_id":"django","requires_skill_id":"python","required_level":40}\
                    """)
                .file("roles.ndjson", """
                    {"role_id":"backend","title":"Backend Engineer","area":"Software","skills":[\
                    {"skill_id":"django","required_level":60,"importance":0.9},{"skill_id":"python","required_level":70}]}\
                    """)
                .file("contents.ndjson", """
                    {"content_id":"c2","content_type":"COURSE","title":"Django in Depth","skills":[{"skill_id":"django",\
                    "weight":0.8},{"skill_id":"python","weight":0.2}],"level_from":20,"level_to":60,"provider":"",\
                    "duration_minutes":540,"prerequisite_content_ids":["c0","c1"]}\
                    """)
                .file("learners.ndjson", """
                    {"tenant_id":"acme","user_id":"anna","skills":[{"skill_id":"python","current_level":60,\
                    "years_experience":3.5},{"skill_id":"sql","current_level":20}],"career_goals":["Lead a team","Ship"],\
                    "target_role":"backend","experience_level":"ADVANCED","preferred_learning_style":"SELF_PACED",\
                    "weekly_learning_hours":6}\
                    """)
                .file("demand.ndjson", """
                    {"skill_id":"django","period":"2025-12","postings":120,"median_pay":88000.5,"region":null}\
                    """)
                .file("postings.ndjson", """
                    {"job_id":"j1","title":"Backend engineer, payments","role_id":"backend","region":"north",\
                    "posted_at":"2026-01-05T09:00:00Z","skills":[{"skill_id":"django","level":60},{"skill_id":"sql"}],\
                    "pay":{"low":58000,"high":72000.5,"currency":"EUR"}}\
                    """, """
                    {"job_id":"j2","posted_at":"2026-01-05T09:00:00Z","skills":[],"pay":null}\
                    """);

        assertThat(csv.run().complete()).isTrue();
        assertThat(json.run().complete()).isTrue();

        assertThat(csv.sink.everything()).isEqualTo(json.sink.everything());
        assertThat(csv.sink.skills.values())
                .containsExactly(new Skill(
                        "django",
                        "Django",
                        "Software",
                        List.of("Django ORM", "Django framework"),
                        "Web, with Python",
                        DataSource.REAL));
        assertThat(csv.sink.prerequisites.values()).containsExactly(new Prerequisite("django", "python", 40));
        assertThat(csv.sink.roles.values())
                .containsExactly(new Role(
                        "backend",
                        "Backend Engineer",
                        "Software",
                        List.of(),
                        "",
                        List.of(new SkillRequirement("django", 60, 0.9), new SkillRequirement("python", 70, 0.5)),
                        DataSource.REAL));
        assertThat(csv.sink.contents.values())
                .containsExactly(new Content(
                        "c2",
                        ContentType.COURSE,
                        "Django in Depth",
                        null,
                        null,
                        null,
                        List.of(new SkillWeight("django", 0.8), new SkillWeight("python", 0.2)),
                        20,
                        60,
                        540,
                        List.of("c0", "c1"),
                        DataSource.REAL));
        assertThat(csv.sink.profiles)
                .containsEntry(
                        ANNA,
                        new LearnerProfile(
                                List.of(new LearnerSkill("python", 60, 3.5), new LearnerSkill("sql", 20, null)),
                                List.of("Lead a team", "Ship"),
                                "backend",
                                Proficiency.ADVANCED,
                                LearningStyle.SELF_PACED,
                                6));
        assertThat(csv.sink.demand.values())
                .containsExactly(new DemandPoint("django", YearMonth.of(2025, 12), null, 120, null, 88000.5));
        assertThat(csv.sink.postings.values())
                .containsExactly(
                        new JobPosting(
                                "j1",
                                "Backend engineer, payments",
                                "backend",
                                "north",
                                NINE,
                                List.of(new AskedSkill("django", 60), new AskedSkill("sql", null)),
                                new PayRange(58_000, 72_000.5, "EUR"),
                                DataSource.REAL),
                        new JobPosting("j2", null, null, null, NINE, List.of(), null, DataSource.REAL));
    }

    @Test
    void readsEveryKindOfEvent() throws IOException {
        Import run = new Import(folder)
                .tenant("acme")
                .file(
                        "events.csv",
                        "event_id,user_id,type,timestamp,content_id,position,propensity,rating,skill_id,score,signal_type,"
                                + "skill_ids,job_id,outcome,match_score,item_id,correct",
                        "e1,anna,IMPRESSION,2026-01-05T10:00:00+01:00,c1,3,0.25,,,,,,,,,,",
                        "e2,anna,RATE,2026-01-05T09:00:00Z,c1,,,4,,,,,,,,,",
                        "e3,anna,ASSESSMENT,2026-01-05T09:00:00Z,,,,,sql,71.5,,,,,,,",
                        "e4,anna,MARKET_SIGNAL,2026-01-05T09:00:00Z,,,,,,,JOB_VIEW,sql;python,j1,viewed,,,",
                        "e5,anna,APPLICATION_OUTCOME,2026-01-05T09:00:00Z,,,,,,,,sql,j1,Hired,0.8,,",
                        "e6,anna,ANSWER,2026-01-05T09:00:00Z,c1,,,,,,,sql;python,,,,q-7,true");

        assertThat(run.rejections()).isEmpty();
        assertThat(run.sink.events.values())
                .containsExactly(
                        new Engagement("e1", ANNA, NINE, EngagementType.IMPRESSION, "c1", null, 3, 0.25, null, null),
                        new Engagement("e2", ANNA, NINE, EngagementType.RATE, "c1", null, null, null, null, 4),
                        new Assessment("e3", ANNA, NINE, "sql", 71.5, null),
                        new MarketSignal(
                                "e4",
                                ANNA,
                                NINE,
                                SignalType.JOB_VIEW,
                                List.of("sql", "python"),
                                "j1",
                                Outcome.VIEWED,
                                null),
                        new ApplicationOutcome("e5", ANNA, NINE, "j1", Outcome.HIRED, List.of("sql"), 0.8),
                        new Answer("e6", ANNA, NINE, "q-7", List.of("sql", "python"), true, "c1"));
    }

    @Test
    void subFoldersAreAreasAndKindsComeInOrder() throws IOException {
        Import run = new Import(folder)
                .file("data-ai/contents.ndjson", "{\"content_id\":\"c1\",\"content_type\":\"BOOK\",\"title\":\"T\"}")
                .file("data-ai/skills.ndjson", "{\"skill_id\":\"a\",\"name\":\"A\"}")
                .bytes("design/skills.csv.gz", Import.gzip("skill_id,name,area\nb,B,Visual Design\n"))
                .file("design/notes.txt", "anything");

        ImportReport report = run.run();

        assertThat(run.sink.batches).containsExactly("skills 1", "skills 1", "contents 1");
        assertThat(run.sink.skills.get("a").area()).isEqualTo("Data ai");
        assertThat(run.sink.skills.get("b").area()).isEqualTo("Visual Design");
        assertThat(report.format()).isEqualTo(ImportFormat.FOLDER);
        assertThat(report.notes()).singleElement().asString().contains("notes.txt: not a recognised name");
    }

    @Test
    void joinsRoleSkillsWithRoles() throws IOException {
        Import run = new Import(folder)
                .file("roles.csv", "role_id,title,skills", "dev,Developer,java:50:0.4", "ops,Operator,")
                .file(
                        "role_skills.csv",
                        "role_id,skill_id,required_level,importance",
                        "dev,sql,40,0.6",
                        "dev,java,90,1",
                        "ghost,sql,10,0.1",
                        "ops,linux,,");

        ImportReport report = run.run();

        assertThat(run.sink.roles.get("dev").requirements())
                .containsExactly(new SkillRequirement("java", 50, 0.4), new SkillRequirement("sql", 40, 0.6));
        assertThat(run.sink.roles.get("ops").requirements()).containsExactly(new SkillRequirement("linux", 70, 0.5));
        assertThat(run.lines(report))
                .containsExactly(
                        "role_skills.csv:3: skill_id: must occur once in role dev, was again \"java\"",
                        "role_skills.csv:4: role_id: must be a role that the same import accepts, was \"ghost\"");
        assertThat(report.files().getFirst().accepted()).isEqualTo(2);
    }

    @Test
    void importingTwiceChangesNothing() throws IOException {
        Import run = new Import(folder)
                .tenant("acme")
                .file("skills.csv", "skill_id,name", "a,A", "b,B", "a,A again")
                .file("prerequisites.csv", "skill_id,requires_skill_id,required_level", "b,a,10", "a,b,10")
                .file(
                        "events.csv",
                        "event_id,user_id,type,timestamp,content_id",
                        "e,u,VIEW,2026-01-05T09:00:00Z,c",
                        "e,u,COMPLETE,2026-01-05T09:00:00Z,c");
        ImportReport first = run.run();
        List<Object> stored = run.sink.everything();

        ImportReport second = run.run();

        assertThat(second).isEqualTo(first);
        assertThat(run.sink.everything()).isEqualTo(stored);
        assertThat(run.sink.skills.get("a").name()).as("the last of an id wins").isEqualTo("A again");
        assertThat(run.sink.events.values())
                .as("the first of an event id wins")
                .allSatisfy(e -> assertThat(((Engagement) e).type()).isEqualTo(EngagementType.VIEW));
        assertThat(run.lines(first))
                .containsExactly("prerequisites.csv:3: requires_skill_id: must not lead back to the skill, "
                        + "was the cycle a -> b -> a");
    }

    @Test
    void handsOverBatches() throws IOException {
        var lines = new String[13];
        lines[0] = "skill_id,name";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "s" + i + ",Skill " + i;
        }
        Import run = new Import(folder).file("skills.csv", lines);
        run.options = run.options.withBatchSize(5);

        assertThat(run.run().accepted()).isEqualTo(12);
        assertThat(run.sink.batches).containsExactly("skills 5", "skills 5", "skills 2");
    }
}
