package dev.skillpod.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A short name of a value's whole content: 192 bits of SHA-256 over an unambiguous form of it, the same in every process. Not
 * thread-safe.
 *
 * <p>Takes what our domain is made of: records (component by component), enums, strings, numbers, booleans, instants and other
 * values that print themselves completely, lists in order, sets and maps whatever their order, arrays, optionals and null.
 * Everything is preceded by what and how long it is, so that two different contents never look alike.
 */
public final class Fingerprint {
    private static final int BYTES = 24;

    private static final ClassValue<Method[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .peek(accessor -> accessor.setAccessible(true))
                    .toArray(Method[]::new);
        }
    };

    private final MessageDigest digest = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(1 + Long.BYTES);

    private Fingerprint() {}

    /** Returns the name of some values in this order: 32 letters, digits, hyphens and underscores. */
    public static String of(@Nullable Object... values) {
        var fingerprint = new Fingerprint();
        for (Object value : values) {
            fingerprint.add(value);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(fingerprint.digest.digest(), BYTES));
    }

    private void add(@Nullable Object value) {
        switch (value) {
            case null -> mark('0', 0);
            case String text -> bytes('s', text.getBytes(StandardCharsets.UTF_8));
            case Enum<?> constant -> bytes('e', constant.name().getBytes(StandardCharsets.UTF_8));
            case Double d -> mark('d', Double.doubleToLongBits(d));
            case Float f -> mark('f', Float.floatToIntBits(f));
            case Long n -> mark('n', n);
            case Integer n -> mark('n', n);
            case Boolean b -> mark('b', b ? 1 : 0);
            case Record record -> record(record);
            case Optional<?> optional -> add(optional.orElse(null));
            case Set<?> set -> unordered('S', set);
            case Map<?, ?> map ->
                unordered(
                        'M',
                        map.entrySet().stream()
                                .map(entry -> Arrays.<Object>asList(entry.getKey(), entry.getValue()))
                                .toList());
            case List<?> list -> {
                mark('l', list.size());
                list.forEach(this::add);
            }
            case byte[] bytes -> bytes('B', bytes);
            case float[] floats -> {
                mark('F', floats.length);
                for (float f : floats) {
                    mark('f', Float.floatToIntBits(f));
                }
            }
            case double[] doubles -> {
                mark('D', doubles.length);
                for (double d : doubles) {
                    mark('d', Double.doubleToLongBits(d));
                }
            }
            default -> printed(value);
        }
    }

    /** Dates, times, ids and the like: what the JDK prints completely. Anything else would be a name without content. */
    private void printed(Object value) {
        String home = value.getClass().getPackageName();
        if (!home.startsWith("java.time") && !(value instanceof java.util.UUID) && !home.equals("java.math")) {
            throw new IllegalArgumentException("a " + value.getClass().getName() + " has no fingerprint");
        }
        bytes('p', value.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void record(Record record) {
        Method[] components = COMPONENTS.get(record.getClass());
        bytes('r', record.getClass().getName().getBytes(StandardCharsets.UTF_8));
        for (Method component : components) {
            try {
                add(component.invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
    }

    private void unordered(char kind, Collection<?> values) {
        mark(kind, values.size());
        values.stream().map(value -> of(value)).sorted().forEach(this::add);
    }

    private void bytes(char kind, byte[] bytes) {
        mark(kind, bytes.length);
        digest.update(bytes);
    }

    private void mark(char kind, long value) {
        number.clear();
        digest.update(number.put((byte) kind).putLong(value).array());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
