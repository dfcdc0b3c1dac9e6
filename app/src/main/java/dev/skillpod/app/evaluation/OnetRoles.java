package dev.skillpod.app.evaluation;

import dev.skillpod.core.gap.role.RoleTable;
import dev.skillpod.core.gap.role.RoleView;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.text.TextEmbedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * O*NET's roles with their technology skills, and views of them: related occupations, the meaning of title and description, importance
 * and level of general skills and knowledge, and the branches of the classification. None of the views comes from the technology
 * skills.
 *
 * @param table a row per role that has technology skills, a column per technology (the column Example), all of importance 1
 * @param related of each role, the related ones in the order of the table
 * @param meanings of each technology's name, a vector of length 1, without what all have in common
 */
record OnetRoles(RoleTable table, int[][] related, float[][] meanings) {
    private static final int[] CODE_LENGTHS = {2, 4, 6, 7};
    private static final Map<String, Float> TIERS =
            Map.of("Primary-Short", 1f, "Primary-Long", 0.7f, "Supplemental", 0.4f);

    /** Weights of the views beside shared skills, best on tuning splits. */
    private static final double RELATED = 3;

    private static final double TEXT = 1.5;
    private static final double GENERAL_SKILLS = 1.5;
    private static final double CLASSIFICATION = 1;

    static OnetRoles read(Path folder, TextEmbedder embedder) {
        List<String[]> technologies = rows(folder, "Technology Skills.txt");
        var roles = new TreeMap<String, Integer>();
        var skills = new TreeMap<String, Integer>();
        technologies.forEach(row -> {
            roles.put(row[0], 0);
            skills.put(row[2], 0);
        });
        number(roles);
        number(skills);
        var entries = SparseMatrix.builder(roles.size(), skills.size());
        for (String[] row : technologies) {
            entries.add(roles.getOrDefault(row[0], 0), skills.getOrDefault(row[2], 0), 1);
        }
        float[][] related = related(folder, roles);
        var views = List.of(
                new RoleView("related occupations", RELATED, related).scaled(),
                new RoleView("title and description", TEXT, texts(folder, roles, embedder)).scaled(),
                new RoleView("general skills and knowledge", GENERAL_SKILLS, generalSkills(folder, roles)).scaled(),
                new RoleView("classification", CLASSIFICATION, classification(roles)).scaled());
        int[][] lists = new int[related.length][];
        for (int role = 0; role < lists.length; role++) {
            int self = role;
            lists[role] = IntStream.range(0, related.length)
                    .filter(other -> other != self && related[self][other] > 0)
                    .toArray();
        }
        return new OnetRoles(new RoleTable(entries.build(), views), lists, meanings(skills.keySet(), embedder));
    }

    /** Returns a row per role: 1 for itself, and the tier's weight for those it is related to, in either direction. */
    private static float[][] related(Path folder, Map<String, Integer> roles) {
        var rows = new float[roles.size()][roles.size()];
        for (int role = 0; role < rows.length; role++) {
            rows[role][role] = 1;
        }
        for (String[] row : rows(folder, "Related Occupations.txt")) {
            Integer from = roles.get(row[0]);
            Integer to = roles.get(row[2]);
            if (from != null && to != null && !from.equals(to)) {
                float weight = TIERS.getOrDefault(row[4], 0f);
                rows[from][to] = Math.max(rows[from][to], weight);
                rows[to][from] = Math.max(rows[to][from], weight);
            }
        }
        return rows;
    }

    private static float[][] texts(Path folder, Map<String, Integer> roles, TextEmbedder embedder) {
        var texts = new LinkedHashMap<String, String>();
        roles.keySet().forEach(code -> texts.put(code, code));
        for (String[] row : rows(folder, "Occupation Data.txt")) {
            texts.replace(row[0], row[1] + ". " + row[2]);
        }
        float[][] vectors = texts.values().stream().map(embedder::embed).toArray(float[][]::new);
        return standardized(vectors, false);
    }

    private static float[][] meanings(Set<String> names, TextEmbedder embedder) {
        float[][] vectors = standardized(names.stream().map(embedder::embed).toArray(float[][]::new), false);
        for (float[] vector : vectors) {
            double square = 0;
            for (float value : vector) {
                square += value * value;
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] = square > 0 ? (float) (vector[i] / Math.sqrt(square)) : 0;
            }
        }
        return vectors;
    }

    /** Returns importance and level of every general skill and field of knowledge, standardised; zeros for roles without. */
    private static float[][] generalSkills(Path folder, Map<String, Integer> roles) {
        var values = new HashMap<String, Map<String, Float>>();
        var columns = new TreeSet<String>();
        for (String file : List.of("Skills.txt", "Knowledge.txt")) {
            for (String[] row : rows(folder, file)) {
                String column = row[2] + row[4];
                columns.add(column);
                values.computeIfAbsent(row[0], code -> new HashMap<>()).put(column, Float.parseFloat(row[6]));
            }
        }
        var matrix = new float[roles.size()][columns.size()];
        roles.forEach((code, role) -> {
            int c = 0;
            for (String column : columns) {
                matrix[role][c++] = values.getOrDefault(code, Map.of()).getOrDefault(column, Float.NaN);
            }
        });
        return standardized(matrix, true);
    }

    /** Returns a column per branch of the classification at each of its levels. */
    private static float[][] classification(Map<String, Integer> roles) {
        var branches = new TreeMap<String, Integer>();
        for (String code : roles.keySet()) {
            for (int length : CODE_LENGTHS) {
                branches.putIfAbsent(code.substring(0, length), branches.size());
            }
        }
        var matrix = new float[roles.size()][branches.size()];
        roles.forEach((code, role) -> {
            for (int length : CODE_LENGTHS) {
                matrix[role][branches.getOrDefault(code.substring(0, length), 0)] = 1;
            }
        });
        return matrix;
    }

    /** Takes off each column's mean, and with {@code scale} divides by its deviation; what is not known becomes 0. */
    private static float[][] standardized(float[][] rows, boolean scale) {
        for (int c = 0; c < rows[0].length; c++) {
            int column = c;
            double[] known = Arrays.stream(rows)
                    .mapToDouble(row -> row[column])
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            double mean = Arrays.stream(known).average().orElse(0);
            double variance = Arrays.stream(known)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElse(0);
            double step = scale && variance > 0 ? Math.sqrt(variance) : 1;
            for (float[] row : rows) {
                row[column] = Float.isNaN(row[column]) ? 0 : (float) ((row[column] - mean) / step);
            }
        }
        return rows;
    }

    private static void number(Map<String, Integer> keys) {
        int next = 0;
        for (Map.Entry<String, Integer> entry : keys.entrySet()) {
            entry.setValue(next++);
        }
    }

    /** Returns the rows below the header; fields may hold quotation marks, which mean nothing. */
    private static List<String[]> rows(Path folder, String file) {
        try {
            var rows = new ArrayList<String[]>();
            for (String line : Files.readAllLines(folder.resolve(file))) {
                if (!line.isBlank()) {
                    rows.add(line.split("\t", -1));
                }
            }
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException("file '" + folder.resolve(file) + "' cannot be read", e);
        }
    }
}
