package dev.skillpod.store.imports;

import dev.skillpod.store.json.RowSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A CSV record as a row. Cells lose surrounding blanks; an empty one is missing. Lists are separated by {@code ;}, the parts
 * of an object in a list by {@code :}. An object that is no entry of a list has a column for each part: {@code pay_low}.
 *
 * @param columns the place of each column
 * @param cells the cells
 */
record CsvRow(Map<String, Integer> columns, List<String> cells) implements RowSource {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    @Override
    public @Nullable JsonNode text(String name) {
        String cell = cell(name);
        return cell == null ? null : JSON.stringNode(cell);
    }

    @Override
    public @Nullable JsonNode number(String name) {
        String cell = cell(name);
        return cell == null ? null : number(JSON, cell);
    }

    @Override
    public @Nullable JsonNode truth(String name) {
        String cell = cell(name);
        if (cell == null) {
            return null;
        }
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> JSON.booleanNode(true);
            case "false", "0" -> JSON.booleanNode(false);
            default -> JSON.stringNode(cell);
        };
    }

    @Override
    public @Nullable JsonNode texts(String name) {
        String cell = cell(name);
        if (cell == null) {
            return null;
        }
        ArrayNode list = JSON.arrayNode();
        for (String entry : cell.split(";", -1)) {
            if (!entry.isBlank()) {
                list.add(entry.strip());
            }
        }
        return list;
    }

    @Override
    public @Nullable JsonNode objects(String name, List<String> parts) {
        JsonNode entries = texts(name);
        if (entries == null) {
            return null;
        }
        ArrayNode list = JSON.arrayNode();
        for (JsonNode entry : entries) {
            String[] values = entry.stringValue().split(":", -1);
            if (values.length > parts.size()) {
                list.add(entry);
                continue;
            }
            var object = list.addObject();
            for (int i = 0; i < values.length; i++) {
                String value = values[i].strip();
                if (!value.isEmpty()) {
                    object.set(parts.get(i), i == 0 ? JSON.stringNode(value) : number(JSON, value));
                }
            }
        }
        return list;
    }

    @Override
    public @Nullable JsonNode object(String name, List<String> parts) {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < parts.size(); i++) {
            String column = name + joint() + parts.get(i);
            JsonNode part = i == 0 ? text(column) : number(column);
            if (part != null) {
                object.set(parts.get(i), part);
            }
        }
        return object.isEmpty() ? null : object;
    }

    @Override
    public String joint() {
        return "_";
    }

    private static JsonNode number(JsonNodeFactory json, String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            return json.stringNode(cell);
        }
        double value = Double.parseDouble(cell);
        return value == (long) value ? json.numberNode((long) value) : json.numberNode(value);
    }

    private @Nullable String cell(String name) {
        Integer column = columns.get(name);
        if (column == null) {
            return null;
        }
        String cell = cells.get(column).strip();
        return cell.isEmpty() ? null : cell;
    }
}
