package dev.skillpod.starter;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import java.util.ArrayList;
import java.util.List;

/**
 * A small catalogue for tests: 4 areas of 6 skills in a chain of prerequisites, 2 roles an area, and per skill 5 contents
 * that climb from level 0 to 90, so 24 skills, 20 edges, 8 roles, 120 contents.
 */
final class TestCatalog {
    static final int CONTENTS = 120;

    private static final int[] MINUTES = {25, 90, 240, 600, 45};

    private TestCatalog() {}

    static Catalog small() {
        var skills = new ArrayList<Skill>();
        var edges = new ArrayList<Prerequisite>();
        var roles = new ArrayList<Role>();
        var contents = new ArrayList<Content>();
        for (int a = 0; a < 4; a++) {
            String area = "Area " + a;
            for (int i = 0; i < 6; i++) {
                String id = skill(a, i);
                skills.add(new Skill(id, "Skill " + id, area, List.of(), "A skill.", DataSource.SYNTHETIC));
                if (i > 0) {
                    edges.add(new Prerequisite(id, skill(a, i - 1), 30));
                }
                for (int step = 0; step < 5; step++) {
                    contents.add(content(a, i, step));
                }
            }
            roles.add(role(a, 0, area));
            roles.add(role(a, 2, area));
        }
        return new Catalog(skills, edges, roles, contents);
    }

    private static String skill(int area, int i) {
        return "s" + area + i;
    }

    private static Role role(int area, int first, String name) {
        var asked = new ArrayList<SkillRequirement>();
        for (int i = 0; i < 4; i++) {
            asked.add(new SkillRequirement(skill(area, first + i), 50 + 10 * i, 1 - 0.2 * i));
        }
        asked.add(new SkillRequirement(skill((area + 1) % 4, first), 40, 0.3));
        String id = "role-" + area + first;
        return new Role(id, "Title " + id, name, List.of("Alias " + id), "Work.", asked, DataSource.SYNTHETIC);
    }

    private static Content content(int area, int i, int step) {
        String main = skill(area, i);
        var taught = i == 0
                ? List.of(new SkillWeight(main, 1))
                : List.of(new SkillWeight(main, 0.8), new SkillWeight(skill(area, i - 1), 0.2));
        ContentType[] types = ContentType.values();
        return new Content(
                "c-" + main + "-" + step,
                types[(area * 30 + i * 5 + step) % types.length],
                "Step " + step + " of " + main,
                "Words.",
                "Provider",
                null,
                taught,
                step * 17,
                step * 17 + 25,
                MINUTES[step],
                step == 3 ? List.of("c-" + main + "-2") : List.of(),
                DataSource.SYNTHETIC);
    }
}
