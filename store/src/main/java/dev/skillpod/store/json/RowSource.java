package dev.skillpod.store.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cells of one row, by name. A missing cell is null, and so is a JSON null or an empty CSV cell.
 *
 * <p>A source hands out the value as found, converted as far as its format has to guess (CSV knows text only); the rules
 * are checked by {@link Fields}.
 */
public interface RowSource {
    /** Returns a cell that should hold text. */
    @Nullable
    JsonNode text(String name);

    /** Returns a cell that should hold a number. */
    @Nullable
    JsonNode number(String name);

    /** Returns a cell that should hold true or false. */
    @Nullable
    JsonNode truth(String name);

    /** Returns a cell that should hold a list of texts. */
    @Nullable
    JsonNode texts(String name);

    /**
     * Returns a cell that should hold a list of objects.
     *
     * @param parts the names of the objects' fields; the first holds text, the others numbers
     */
    @Nullable
    JsonNode objects(String name, List<String> parts);

    /**
     * Returns a cell that should hold an object; CSV writes each of its parts as a column of its own.
     *
     * @param parts the names of the object's fields; the first holds text, the others numbers
     */
    @Nullable
    JsonNode object(String name, List<String> parts);

    /** Returns what stands between the names of an object and of its part. */
    String joint();

    /** Returns the source that reads a JSON object. */
    static RowSource of(ObjectNode object) {
        return new JsonRow(object);
    }
}
