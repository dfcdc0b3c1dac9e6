package dev.skillpod.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final CacheKey KEY = new CacheKey("lists", "anna", "input");
    private static final byte[] VALUE = "a value".getBytes(StandardCharsets.UTF_8);
    private final byte[] sealed = Seal.close(KEY, VALUE, 1_000);

    @Test
    void opensWhatItClosed() {
        Seal.Opened opened = Seal.open(KEY, sealed, 999).orElseThrow();

        assertThat(opened.value()).isEqualTo(VALUE);
        assertThat(opened.until()).isEqualTo(1_000);
    }

    @Test
    void aValueThatIsTooOldIsNone() {
        assertThat(Seal.open(KEY, sealed, 1_000)).isEmpty();
    }

    @Test
    void everyFlippedBitIsSeen() {
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Seal.open(KEY, altered, 0)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void everyCutIsSeen() {
        for (int length = 0; length < sealed.length; length++) {
            assertThat(Seal.open(KEY, Arrays.copyOf(sealed, length), 0)).isEmpty();
        }
        assertThat(Seal.open(KEY, Arrays.copyOf(sealed, sealed.length + 1), 0)).isEmpty();
    }

    @Test
    void aValueOfAnotherKeyIsNone() {
        assertThat(Seal.open(new CacheKey("lists", "bert", "input"), sealed, 0)).isEmpty();
        assertThat(Seal.open(new CacheKey("lists", "anna", "other"), sealed, 0)).isEmpty();
        assertThat(Seal.open(new CacheKey("other", "anna", "input"), sealed, 0)).isEmpty();
    }
}
