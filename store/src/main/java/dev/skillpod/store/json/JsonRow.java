package dev.skillpod.store.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object as a row: every cell is what the object says. */
record JsonRow(ObjectNode object) implements RowSource {
    @Override
    public @Nullable JsonNode text(String name) {
        return cell(name);
    }

    @Override
    public @Nullable JsonNode number(String name) {
        return cell(name);
    }

    @Override
    public @Nullable JsonNode truth(String name) {
        return cell(name);
    }

    @Override
    public @Nullable JsonNode texts(String name) {
        return cell(name);
    }

    @Override
    public @Nullable JsonNode objects(String name, List<String> parts) {
        return cell(name);
    }

    @Override
    public @Nullable JsonNode object(String name, List<String> parts) {
        return cell(name);
    }

    @Override
    public String joint() {
        return ".";
    }

    private @Nullable JsonNode cell(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }
}
