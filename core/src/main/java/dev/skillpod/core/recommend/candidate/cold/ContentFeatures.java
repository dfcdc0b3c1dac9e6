package dev.skillpod.core.recommend.candidate.cold;

import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a content says of itself as one row of numbers: the vector of its text's meaning, the share of each skill, its type,
 * the levels it begins and ends at, and a constant 1. Skills that the columns do not name say nothing. Immutable.
 */
final class ContentFeatures {
    private static final int LEVELS = 2;

    private final int dimension;
    private final List<String> skills;
    private final Map<String, Integer> columnOfSkill = new HashMap<>();

    /**
     * Names the columns.
     *
     * @param dimension length of a text's vector
     * @param skills ids of the skills that have a column
     */
    ContentFeatures(int dimension, List<String> skills) {
        this.dimension = dimension;
        this.skills = List.copyOf(skills);
        for (String skill : this.skills) {
            columnOfSkill.put(skill, dimension + columnOfSkill.size());
        }
    }

    int dimension() {
        return dimension;
    }

    List<String> skills() {
        return skills;
    }

    /** Returns the number of columns. */
    int count() {
        return dimension + skills.size() + ContentType.values().length + LEVELS + 1;
    }

    /** Returns the row of a content, by its index. */
    float[] row(CatalogIndex index, int content) {
        var row = new float[count()];
        System.arraycopy(index.embedding().contents()[content], 0, row, 0, dimension);
        CatalogIndex.ContentRow arrays = index.content(content);
        for (int i = 0; i < arrays.skills().length; i++) {
            String id = index.catalog().skills().get(arrays.skills()[i]).id();
            Integer column = columnOfSkill.get(id);
            if (column != null) {
                row[column] = arrays.weights()[i];
            }
        }
        int types = dimension + skills.size();
        row[types + arrays.type()] = 1;
        int levels = types + ContentType.values().length;
        row[levels] = arrays.levelFrom() / 100;
        row[levels + 1] = arrays.levelTo() / 100;
        row[levels + LEVELS] = 1;
        return row;
    }
}
