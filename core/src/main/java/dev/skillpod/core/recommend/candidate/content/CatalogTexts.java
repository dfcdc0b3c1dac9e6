package dev.skillpod.core.recommend.candidate.content;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.Touches;
import dev.skillpod.core.text.LexicalIndex;
import dev.skillpod.core.text.LexicalIndex.Phrase;
import java.util.stream.Collectors;

/**
 * A catalogue's words: an index over what contents say (title, description, provider, names of their skills), and what
 * skills and roles say in its terms. Made once per catalogue; immutable and thread-safe.
 */
final class CatalogTexts {
    private final LexicalIndex contents;
    private final Phrase[] skills;
    private final Phrase[] roles;

    CatalogTexts(Catalog catalog) {
        this.contents = LexicalIndex.of(
                catalog.contents().stream().map(c -> text(c, catalog)).toList());
        this.skills = catalog.skills().stream()
                .map(s -> contents.phrase(s.name() + " " + String.join(" ", s.aliases())))
                .toArray(Phrase[]::new);
        this.roles = catalog.roles().stream()
                .map(r -> contents.phrase(r.title() + " " + r.description()))
                .toArray(Phrase[]::new);
    }

    /**
     * Returns how much each content uses the words of the learner's goals, role and gaps, and of what the learner engaged
     * with: cosines in [0, 1]. Goals and interests weigh alike, as they do in search by meaning.
     */
    float[] cosines(LearnerState state) {
        LexicalIndex.Query query = contents.query();
        goals(state, query);
        interests(state.touches(), query);
        return query.cosines();
    }

    private void goals(LearnerState state, LexicalIndex.Query query) {
        state.needs().role().ifPresent(role -> query.add(roles[role], 1));
        var goals = state.profile().careerGoals();
        for (String goal : goals) {
            query.add(contents.phrase(goal), 1f / goals.size());
        }
        float total = state.needs().total(state.levels());
        for (int s = 0; s < skills.length; s++) {
            float gap =
                    total > 0 ? state.needs().importance()[s] * state.needs().gap(s, state.levels()) : 0;
            if (gap > 0) {
                query.add(skills[s], 2 * gap / total);
            }
        }
    }

    private void interests(Touches touches, LexicalIndex.Query query) {
        float total = 0;
        for (Touches.Touch touch : touches.all()) {
            total += Math.max(0, touch.interest());
        }
        for (Touches.Touch touch : touches.all()) {
            if (touch.interest() > 0) {
                query.add(contents.phrase(touch.content()), touch.interest() / total);
            }
        }
    }

    private static String text(Content content, Catalog catalog) {
        String provider = content.provider();
        return content.text() + " " + (provider == null ? "" : provider) + " "
                + content.skills().stream()
                        .flatMap(skill ->
                                catalog.skillIndex(skill.skillId()).stream().boxed())
                        .map(catalog.skills()::get)
                        .map(Skill::name)
                        .collect(Collectors.joining(" "));
    }
}
