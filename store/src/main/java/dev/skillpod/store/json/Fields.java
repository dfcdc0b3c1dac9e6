package dev.skillpod.store.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Typed access to one row, collecting an error for every field that breaks its rule.
 *
 * <p>An accessor never throws: after recording an error it returns a harmless stand-in, and {@link #check} makes the record
 * only when there was none. Texts may not be blank, contain NUL or lone surrogates; lists have at most 1,000 entries. Made
 * per row; not thread-safe.
 */
public final class Fields {
    private static final int MAX_LIST = 1_000;
    private static final int MAX_ADDRESS = 2_000;
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9\\[][^\\x00-\\x20\\x7f\"<>\\\\]*");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final RowSource source;
    private final String path;
    private final List<FieldError> errors;

    private Fields(RowSource source, String path, List<FieldError> errors) {
        this.source = source;
        this.path = path;
        this.errors = errors;
    }

    /** Returns access to a row. */
    public static Fields of(RowSource source) {
        return new Fields(source, "", new ArrayList<>());
    }

    /** Returns an identifier: text of at most 200 characters. */
    public String id(String name) {
        return text(name, Texts.MAX_ID);
    }

    /** Returns an identifier, or null when there is none. */
    public @Nullable String optionalId(String name) {
        JsonNode node = source.text(name);
        return node == null ? null : checkedText(name, node, Texts.MAX_ID);
    }

    /** Returns a text. */
    public String text(String name, int most) {
        JsonNode node = source.text(name);
        return node == null ? missing(name, "must be a text", "") : checkedText(name, node, most);
    }

    /** Returns a text, or null when there is none or a blank one. */
    public @Nullable String optionalText(String name, int most) {
        JsonNode node = source.text(name);
        boolean blank = node == null || node.isString() && node.stringValue().isBlank();
        return node == null || blank ? null : checkedText(name, node, most);
    }

    /** Returns an absolute http or https address of at most 2,000 characters, or null when there is none. */
    public @Nullable String optionalAddress(String name) {
        String address = optionalText(name, MAX_ADDRESS);
        if (address != null && !address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            reject(name, "must be an absolute http or https address", Texts.quoted(address));
        }
        return address;
    }

    /** Returns a currency as ISO 4217 writes it: three capital letters. */
    public String currency(String name) {
        String rule = "must be the three capital letters of a currency (ISO 4217), such as EUR";
        JsonNode node = source.text(name);
        if (node == null) {
            return missing(name, rule, "");
        }
        return node.isString() && CURRENCY.matcher(node.stringValue()).matches()
                ? node.stringValue()
                : error(name, rule, node, "");
    }

    /** Returns an integer in [low, high]. */
    public int integer(String name, int low, int high) {
        Integer value = optionalInteger(name, low, high);
        return value == null ? missing(name, integerRule(low, high), low) : value;
    }

    /** Returns an integer in [low, high], or {@code otherwise} when there is none. */
    public int integer(String name, int low, int high, int otherwise) {
        Integer value = optionalInteger(name, low, high);
        return value == null ? otherwise : value;
    }

    /** Returns an integer in [low, high], or null when there is none. A number such as 60.0 is an integer. */
    public @Nullable Integer optionalInteger(String name, int low, int high) {
        JsonNode node = source.number(name);
        if (node == null) {
            return null;
        }
        double value = node.isNumber() ? node.asDouble(Double.NaN) : Double.NaN;
        if (value == Math.rint(value) && value >= low && value <= high) {
            return (int) value;
        }
        return error(name, integerRule(low, high), node, low);
    }

    /** Returns a number in the range. */
    public double number(String name, Range range) {
        Double value = optionalNumber(name, range);
        return value == null ? missing(name, range.rule(), range.low()) : value;
    }

    /** Returns a number in the range, or null when there is none. */
    public @Nullable Double optionalNumber(String name, Range range) {
        JsonNode node = source.number(name);
        if (node == null) {
            return null;
        }
        double value = node.isNumber() ? node.asDouble(Double.NaN) : Double.NaN;
        return range.contains(value) ? (Double) value : error(name, range.rule(), node, range.low());
    }

    /** Returns one of the enum's values, upper-case as in the wire contract; null, with an error, when there is none. */
    public <E extends Enum<E>> @Nullable E one(String name, Class<E> type) {
        return present(name, type, optionalOne(name, type));
    }

    /** Returns one of the enum's values in any case; null, with an error, when there is none. */
    public <E extends Enum<E>> @Nullable E oneAnyCase(String name, Class<E> type) {
        return present(name, type, optionalOneAnyCase(name, type));
    }

    private <E extends Enum<E>> @Nullable E present(String name, Class<E> type, @Nullable E value) {
        if (value == null && source.text(name) == null) {
            reject(name, "must be one of " + names(type), "");
        }
        return value;
    }

    /** Returns one of the enum's values, or null when there is none. */
    public <E extends Enum<E>> @Nullable E optionalOne(String name, Class<E> type) {
        return optionalOne(name, type, false);
    }

    /** Returns one of the enum's values in any case, or null when there is none. */
    public <E extends Enum<E>> @Nullable E optionalOneAnyCase(String name, Class<E> type) {
        return optionalOne(name, type, true);
    }

    private <E extends Enum<E>> @Nullable E optionalOne(String name, Class<E> type, boolean anyCase) {
        JsonNode node = source.text(name);
        if (node == null) {
            return null;
        }
        String found = node.isString() ? node.stringValue() : "";
        String wanted = anyCase ? found.toUpperCase(Locale.ROOT) : found;
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(wanted)) {
                return value;
            }
        }
        reject(name, "must be one of " + names(type), Texts.shown(node));
        return null;
    }

    /** Returns an instant written in ISO 8601 with an offset, in the years 1900 to 2199, cut to microseconds. */
    public Instant instant(String name) {
        String rule =
                "must be an ISO 8601 time with an offset, such as 2026-01-31T09:30:00Z, in the years 1900 to 2199";
        JsonNode node = source.text(name);
        if (node == null) {
            return missing(name, rule, EARLIEST);
        }
        try {
            Instant instant = OffsetDateTime.parse(node.isString() ? node.stringValue() : "")
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS);
            return instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)
                    ? error(name, rule, node, EARLIEST)
                    : instant;
        } catch (DateTimeException e) {
            return error(name, rule, node, EARLIEST);
        }
    }

    /** Returns a month written {@code YYYY-MM}. */
    public YearMonth month(String name) {
        String rule = "must be a month written YYYY-MM, in the years 1900 to 2199";
        var stand = YearMonth.of(2000, 1);
        JsonNode node = source.text(name);
        if (node == null) {
            return missing(name, rule, stand);
        }
        String text = node.isString() ? node.stringValue() : "";
        try {
            YearMonth month = MONTH.matcher(text).matches() ? YearMonth.parse(text) : YearMonth.of(1, 1);
            return month.getYear() < 1900 || month.getYear() > 2199 ? error(name, rule, node, stand) : month;
        } catch (DateTimeException e) {
            return error(name, rule, node, stand);
        }
    }

    /** Returns a list of identifiers; empty when there is none. */
    public List<String> ids(String name) {
        return texts(name, Texts.MAX_ID);
    }

    /** Returns a list of identifiers, at least one. */
    public List<String> someIds(String name) {
        List<String> ids = ids(name);
        JsonNode node = source.texts(name);
        return node == null || node.isArray() && node.isEmpty() ? missing(name, "must list at least one id", ids) : ids;
    }

    /** Returns true or false; in CSV 1 and 0 as well. */
    public boolean truth(String name) {
        JsonNode node = source.truth(name);
        if (node == null) {
            return missing(name, "must be true or false", false);
        }
        return node.isBoolean() ? node.booleanValue() : error(name, "must be true or false", node, false);
    }

    /** Returns a list of texts; empty when there is none. */
    public List<String> texts(String name, int most) {
        JsonNode node = source.texts(name);
        if (!isList(name, node) || node == null) {
            return List.of();
        }
        var texts = new ArrayList<String>(node.size());
        for (int i = 0; i < node.size(); i++) {
            texts.add(checkedText(name + "[" + i + "]", node.get(i), most));
        }
        return texts;
    }

    /**
     * Returns access to the objects of a list; empty when there is none.
     *
     * @param parts the objects' fields, in the order in which CSV writes them; the first is text, the others are numbers
     */
    public List<Fields> objects(String name, String... parts) {
        JsonNode node = source.objects(name, List.of(parts));
        if (!isList(name, node) || node == null) {
            return List.of();
        }
        var objects = new ArrayList<Fields>(node.size());
        for (int i = 0; i < node.size(); i++) {
            String place = name + "[" + i + "]";
            if (node.get(i) instanceof ObjectNode object) {
                objects.add(new Fields(RowSource.of(object), path + place + ".", errors));
            } else {
                reject(place, "must hold " + String.join(":", parts), Texts.shown(node.get(i)));
            }
        }
        return objects;
    }

    /**
     * Returns access to an object, or null when there is none.
     *
     * @param parts the object's fields; the first is text, the others are numbers
     */
    public @Nullable Fields object(String name, String... parts) {
        JsonNode node = source.object(name, List.of(parts));
        if (node == null) {
            return null;
        }
        if (node instanceof ObjectNode object) {
            return new Fields(RowSource.of(object), path + name + source.joint(), errors);
        }
        reject(name, "must be an object", Texts.shown(node));
        return null;
    }

    /** Records an error of a field. */
    public void reject(String name, String rule, String found) {
        errors.add(new FieldError(path + name, rule, found));
    }

    /** Makes the record, when there was no error so far. */
    public <T> Checked<T> check(Supplier<T> record) {
        return errors.isEmpty() ? new Checked.Valid<>(record.get()) : new Checked.Invalid<>(errors);
    }

    private String checkedText(String name, JsonNode node, int most) {
        if (!node.isString()) {
            return error(name, "must be a text", node, "");
        }
        String text = node.stringValue();
        String broken = text.isBlank() ? "must not be blank" : Texts.broken(text, most);
        return broken == null ? text : error(name, broken, node, "");
    }

    private boolean isList(String name, @Nullable JsonNode node) {
        if (node == null) {
            return false;
        }
        if (!node.isArray()) {
            reject(name, "must be a list", Texts.shown(node));
            return false;
        }
        if (node.size() > MAX_LIST) {
            reject(name, "must be a list of at most " + MAX_LIST + " entries", "one of " + node.size());
            return false;
        }
        return true;
    }

    private <T> T missing(String name, String rule, T stand) {
        reject(name, rule, "");
        return stand;
    }

    private <T> T error(String name, String rule, JsonNode found, T stand) {
        reject(name, rule, Texts.shown(found));
        return stand;
    }

    private static String integerRule(int low, int high) {
        return high == Integer.MAX_VALUE
                ? "must be an integer, at least " + low
                : "must be an integer in [" + low + ", " + high + "]";
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }
}
