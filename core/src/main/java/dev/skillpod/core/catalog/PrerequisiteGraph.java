package dev.skillpod.core.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which skill requires which, as an acyclic graph. Immutable and thread-safe.
 *
 * <p>Kahn (1962) orders it; what remains unordered contains a cycle, which is named.
 */
public final class PrerequisiteGraph {
    private final Map<String, List<Prerequisite>> bySkill;
    private final List<String> order;

    private PrerequisiteGraph(Map<String, List<Prerequisite>> bySkill, List<String> order) {
        this.bySkill = bySkill;
        this.order = order;
    }

    /**
     * Builds the graph.
     *
     * @throws CyclicPrerequisitesException naming one cycle when there is any
     */
    public static PrerequisiteGraph of(Collection<Prerequisite> edges) {
        var bySkill = new LinkedHashMap<String, List<Prerequisite>>();
        for (Prerequisite edge : edges) {
            bySkill.computeIfAbsent(edge.skillId(), id -> new ArrayList<>()).add(edge);
            bySkill.computeIfAbsent(edge.requiresSkillId(), id -> new ArrayList<>());
        }
        bySkill.replaceAll((id, list) -> List.copyOf(list));
        return new PrerequisiteGraph(bySkill, order(bySkill));
    }

    /** Returns the direct prerequisites of a skill; empty for an unknown one. */
    public List<Prerequisite> requiredBy(String skillId) {
        return bySkill.getOrDefault(skillId, List.of());
    }

    /** Returns every skill that occurs in an edge, each after all that it requires. */
    public List<String> topologicalOrder() {
        return order;
    }

    /** Returns the number of edges. */
    public int size() {
        return bySkill.values().stream().mapToInt(List::size).sum();
    }

    private static List<String> order(Map<String, List<Prerequisite>> bySkill) {
        var open = new HashMap<String, Integer>();
        var dependents = new HashMap<String, List<String>>();
        Deque<String> ready = new ArrayDeque<>();
        bySkill.forEach((id, edges) -> {
            open.put(id, edges.size());
            if (edges.isEmpty()) {
                ready.add(id);
            }
            edges.forEach(e -> dependents
                    .computeIfAbsent(e.requiresSkillId(), k -> new ArrayList<>())
                    .add(id));
        });
        var order = new ArrayList<String>(bySkill.size());
        while (!ready.isEmpty()) {
            String id = ready.remove();
            order.add(id);
            for (String dependent : dependents.getOrDefault(id, List.of())) {
                if (open.merge(dependent, -1, Integer::sum) == 0) {
                    ready.add(dependent);
                }
            }
        }
        if (order.size() < bySkill.size()) {
            throw new CyclicPrerequisitesException(cycle(bySkill, open));
        }
        return List.copyOf(order);
    }

    /** Walks along unordered skills until one is met twice: each of them has an unordered prerequisite. */
    private static List<String> cycle(Map<String, List<Prerequisite>> bySkill, Map<String, Integer> open) {
        String at = bySkill.keySet().stream()
                .filter(id -> open.getOrDefault(id, 0) > 0)
                .findFirst()
                .orElseThrow();
        var path = new ArrayList<String>();
        while (!path.contains(at)) {
            path.add(at);
            at = bySkill.getOrDefault(at, List.of()).stream()
                    .map(Prerequisite::requiresSkillId)
                    .filter(id -> open.getOrDefault(id, 0) > 0)
                    .findFirst()
                    .orElseThrow();
        }
        var cycle = new ArrayList<>(path.subList(path.indexOf(at), path.size()));
        cycle.add(at);
        return cycle;
    }
}
