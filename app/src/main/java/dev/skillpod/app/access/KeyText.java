package dev.skillpod.app.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a key: {@code skp_<key id>_<secret>}, with 12 letters or digits of id and 256 random bits of secret.
 *
 * <p>Of the secret only the SHA-256 is stored. A slow hash such as bcrypt protects what people choose, by making each guess
 * dear; nobody guesses 256 random bits, and a slow hash would be paid at every request.
 */
public final class KeyText {
    private static final String PREFIX = "skp_";
    private static final int ID_LENGTH = 12;
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LENGTH = 43;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String keyId;
    private final String secret;

    private KeyText(String keyId, String secret) {
        this.keyId = keyId;
        this.secret = secret;
    }

    /** Returns a new key. */
    public static KeyText random() {
        var id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new KeyText(
                id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Reads what a request showed; empty when it is no key of this form. */
    public static Optional<KeyText> parse(String text) {
        int secretAt = PREFIX.length() + ID_LENGTH + 1;
        if (text.length() != secretAt + SECRET_LENGTH || !text.startsWith(PREFIX) || text.charAt(secretAt - 1) != '_') {
            return Optional.empty();
        }
        String id = text.substring(PREFIX.length(), secretAt - 1);
        return id.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                ? Optional.of(new KeyText(id, text.substring(secretAt)))
                : Optional.empty();
    }

    /** Returns the part of the key that may be shown. */
    public String keyId() {
        return keyId;
    }

    /** Returns the whole key, which is shown to whom it was made for and to nobody else. */
    public String reveal() {
        return PREFIX + keyId + "_" + secret;
    }

    /** Returns what is stored of the secret. */
    public byte[] hash() {
        return sha256(secret.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether this is the key that was stored; takes the same time wherever they differ. */
    public boolean matches(ApiKey stored) {
        return MessageDigest.isEqual(hash(), stored.secretHash());
    }

    /** Returns what is stored of this key. */
    public ApiKey stored(Role role, @Nullable String tenantId, String name, Instant at, String by) {
        return new ApiKey(keyId, hash(), role, tenantId, name, at, by, null, null);
    }

    /** Returns the digest of bytes. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Says which key it is, and nothing of its secret. */
    @Override
    public String toString() {
        return PREFIX + keyId + "_…";
    }
}
