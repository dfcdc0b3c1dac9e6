package dev.skillpod.core.recommend.candidate.content;

import dev.skillpod.core.recommend.state.CatalogWords;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.Touches;
import dev.skillpod.core.text.LexicalIndex;
import dev.skillpod.core.text.LexicalIndex.Phrase;

/** Compares what a learner works towards and engaged with to a catalogue, word by word. Immutable and thread-safe. */
final class LearnerWords {
    private final LexicalIndex contents;
    private final Phrase[] skills;
    private final Phrase[] roles;

    LearnerWords(CatalogWords words) {
        this.contents = words.contents();
        this.skills = words.skills();
        this.roles = words.roles();
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
}
