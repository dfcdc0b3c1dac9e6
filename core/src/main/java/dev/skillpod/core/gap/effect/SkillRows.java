package dev.skillpod.core.gap.effect;

import dev.skillpod.core.gap.outcome.ApplicationRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The applications to jobs that ask for one skill.
 *
 * @param skill index of the skill
 * @param rows the applications
 * @param places the place of the skill among what each job asks for
 */
record SkillRows(int skill, List<ApplicationRow> rows, int[] places) {
    static List<SkillRows> of(List<ApplicationRow> all, int skills) {
        var rows = new ArrayList<List<ApplicationRow>>();
        for (int s = 0; s < skills; s++) {
            rows.add(new ArrayList<>());
        }
        for (ApplicationRow row : all) {
            for (int s : row.application().asked().skills()) {
                rows.get(s).add(row);
            }
        }
        var bySkill = new ArrayList<SkillRows>();
        for (int s = 0; s < skills; s++) {
            int skill = s;
            int[] places = rows.get(s).stream()
                    .mapToInt(row -> row.application().asked().indexOf(skill))
                    .toArray();
            bySkill.add(new SkillRows(s, rows.get(s), places));
        }
        return bySkill;
    }

    int size() {
        return places.length;
    }

    /** How probable it is that a little more of the skill still counts. */
    double inside(int i) {
        return rows.get(i).inside()[places[i]];
    }

    double level(int i) {
        return rows.get(i).levels()[places[i]];
    }
}
