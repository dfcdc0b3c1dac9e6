package dev.skillpod.core.gap.pay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the pay model: a level for each currency; differences by role and by region; for each skill the level asked for,
 * in units of 20 from {@value #MIDDLE}; and by how much the whole job asks for more than others of its role, which stands for its
 * seniority.
 */
final class PayDesign {
    static final double POINTS = 20;
    static final double MIDDLE = 50;

    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Map<String, double[]> usual = new HashMap<>();
    private final int skills;

    PayDesign(List<PaidJob> jobs, int skills) {
        this.skills = skills;
        for (PaidJob job : jobs) {
            names.putIfAbsent("currency:" + job.currency(), skills + 1 + names.size());
            add("role:", job.roleId());
            add("region:", job.region());
            double[] sums = usual.computeIfAbsent(key(job), k -> new double[2]);
            sums[0] += height(job);
            sums[1]++;
        }
    }

    private void add(String kind, @Nullable String name) {
        if (name != null) {
            names.putIfAbsent(kind + name, skills + 1 + names.size());
        }
    }

    /** A column that a job has, with its value. */
    record Cell(int column, double value) {}

    int size() {
        return skills + 1 + names.size();
    }

    /** Returns whether a column is the level of a currency, which nothing draws to 0. */
    boolean free(int column) {
        return names.entrySet().stream()
                .anyMatch(e -> e.getValue() == column && e.getKey().startsWith("currency:"));
    }

    List<Cell> cells(PaidJob job) {
        var cells = new java.util.ArrayList<Cell>();
        int[] asked = job.asked().skills();
        for (int i = 0; i < asked.length; i++) {
            cells.add(new Cell(asked[i], (job.asked().levels()[i] - MIDDLE) / POINTS));
        }
        double[] sums = usual.get(key(job));
        cells.add(new Cell(skills, sums == null ? 0 : (height(job) - sums[0] / sums[1]) / POINTS));
        cell("currency:", job.currency(), cells);
        cell("role:", job.roleId(), cells);
        cell("region:", job.region(), cells);
        return cells;
    }

    private void cell(String kind, @Nullable String name, List<Cell> cells) {
        Integer column = names.get(kind + name);
        if (column != null) {
            cells.add(new Cell(column, 1));
        }
    }

    private static String key(PaidJob job) {
        return String.valueOf(job.roleId());
    }

    private static double height(PaidJob job) {
        double sum = 0;
        for (float level : job.asked().levels()) {
            sum += level;
        }
        return sum / Math.max(1, job.asked().levels().length);
    }
}
