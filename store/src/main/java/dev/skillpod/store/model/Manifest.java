package dev.skillpod.store.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.skillpod.core.model.Provenance;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code manifest.json} says.
 *
 * @param format the version of this format, 1
 * @param model the model's name
 * @param files the files, ordered by name
 * @param provenance where the model comes from
 */
record Manifest(int format, String model, List<Entry> files, Provenance provenance) {
    static final int FORMAT = 1;
    static final String FILE = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Provenance.class, WithoutUnknownCode.class)
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Manifests of programs that named no code version are written as they were. */
    private interface WithoutUnknownCode {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        String codeVersion();
    }

    Manifest {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(provenance, "provenance");
        files = List.copyOf(files);
    }

    /**
     * A file of the model.
     *
     * @param name its name
     * @param bytes its length
     * @param sha256 its SHA-256 in hexadecimal digits
     */
    record Entry(String name, long bytes, String sha256) {
        Entry {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sha256, "sha256");
        }

        static Entry of(String name, byte[] content) {
            return new Entry(name, content.length, Manifest.sha256(content));
        }
    }

    /** Reads a manifest, empty for JSON's null; throws a Jackson exception when it is malformed. */
    static Optional<Manifest> parse(byte[] json) {
        return Optional.ofNullable(JSON.readValue(json, Manifest.class));
    }

    /** Returns the text of the file. Equal manifests have equal texts. */
    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    /** Returns the part of a version's name that vouches for its manifest, and through it for every file. */
    static String fingerprint(String sha256) {
        return sha256.substring(0, 8);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
