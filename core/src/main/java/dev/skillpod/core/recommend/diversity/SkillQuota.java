package dev.skillpod.core.recommend.diversity;

import dev.skillpod.core.recommend.state.LearnerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * At most three of a list of ten have the same main skill; of other lengths three in ten, but at least two. Skills the
 * caller asked for have no limit, nor have contents without a skill. What the quota leaves out is taken after all where the
 * list would otherwise stay short. The order stays that of the ranking. Thread-safe.
 */
public final class SkillQuota {
    private static final double SHARE = 0.3;
    private static final int LEAST = 2;

    private final LearnerState state;

    /** Makes the rule for one learner. */
    public SkillQuota(LearnerState state) {
        this.state = state;
    }

    /**
     * Picks a list out of a ranking.
     *
     * @param ranked best first
     * @param length the length wanted, at least 1
     * @param content gives the content index of an element
     * @param admit turns an element into what is listed, or empty when it must not be; asked only where there is room
     * @return at most {@code length} elements in the order of the ranking
     */
    public <T, R> List<R> pick(List<T> ranked, int length, ToIntFunction<T> content, Function<T, Optional<R>> admit) {
        int quota = quota(length);
        Map<Integer, Integer> taken = new HashMap<>();
        var chosen = new TreeMap<Integer, R>();
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < ranked.size() && chosen.size() < length; i++) {
            int skill = mainSkill(ranked.get(i), content);
            boolean limited = skill >= 0 && !state.needs().asked()[skill];
            if (limited && taken.getOrDefault(skill, 0) >= quota) {
                left.add(i);
            } else if (admit(ranked, i, admit, chosen)) {
                taken.merge(skill, 1, Integer::sum);
            }
        }
        for (int i = 0; i < left.size() && chosen.size() < length; i++) {
            admit(ranked, left.get(i), admit, chosen);
        }
        return List.copyOf(chosen.values());
    }

    /**
     * Goes on below a list: contents any of which may join it, or take the place of one in it, and the quota still holds.
     *
     * @param ranked best first
     * @param picked the list, elements of {@code ranked}
     * @param length the length that was wanted, which sets the quota
     * @param most stops after so many
     * @param content gives the content index of an element
     * @param admit whether an element may be listed
     * @return elements that rank below all of {@code picked}, best first
     */
    public <T> List<T> below(
            List<T> ranked, List<T> picked, int length, int most, ToIntFunction<T> content, Predicate<T> admit) {
        Map<Integer, Integer> taken = new HashMap<>();
        picked.forEach(element -> taken.merge(mainSkill(element, content), 1, Integer::sum));
        int quota = quota(length);
        var tail = new ArrayList<T>();
        int from = picked.isEmpty() ? 0 : ranked.indexOf(picked.getLast()) + 1;
        for (int i = from; i < ranked.size() && tail.size() < most; i++) {
            T element = ranked.get(i);
            int skill = mainSkill(element, content);
            boolean limited = skill >= 0 && !state.needs().asked()[skill];
            if ((!limited || taken.getOrDefault(skill, 0) < quota) && admit.test(element)) {
                tail.add(element);
                taken.merge(skill, 1, Integer::sum);
            }
        }
        return tail;
    }

    private <T> int mainSkill(T element, ToIntFunction<T> content) {
        return state.index().content(content.applyAsInt(element)).mainSkill();
    }

    private static int quota(int length) {
        return Math.max(LEAST, (int) Math.ceil(SHARE * length));
    }

    private static <T, R> boolean admit(
            List<T> ranked, int at, Function<T, Optional<R>> admit, SortedMap<Integer, R> chosen) {
        Optional<R> admitted = admit.apply(ranked.get(at));
        admitted.ifPresent(r -> chosen.put(at, r));
        return admitted.isPresent();
    }
}
