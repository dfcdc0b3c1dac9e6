package dev.skillpod.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our tokenizer against the Hugging Face library (through DJL), which is the reference. */
class WordPieceTokenizerTest {
    private static final String FILE = "/all-minilm-l6-v2-q-tokenizer.json";
    private static HuggingFaceTokenizer reference;
    private static WordPieceTokenizer tokenizer;

    @BeforeAll
    static void load() throws IOException {
        try (InputStream forReference = open();
                InputStream forOurs = open()) {
            reference = HuggingFaceTokenizer.newInstance(
                    forReference,
                    Map.of("padding", "false", "truncation", "true", "maxLength", "256", "modelMaxLength", "256"));
            tokenizer = new WordPieceTokenizer(TokenizerJson.vocabulary(forOurs));
        }
    }

    @AfterAll
    static void close() {
        reference.close();
    }

    private static InputStream open() {
        return WordPieceTokenizerTest.class.getResourceAsStream(FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \t\n ",
                "Introduction to Python programming",
                "C++ / C# & F#: don't mix them up (really)!",
                "naïve Ångström İSTANBUL ΣΊΣΥΦΟΣ Straße",
                "机器学习 and 深層学習, 한국어 ひらがな カタカナ",
                "emoji 😀👩‍🚀 and flags 🇩🇪",
                "zero\u200bwidth \u00a0nbsp\u2028line\u0000nul\u0085next \ufffd \u0007bell",
                "Antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis",
                "https://example.org/a?b=c&d=%20#frag user@example.org $1,234.56 —“quoted”… ¿qué?",
            })
    void givesTheReferencesIds(String text) {
        assertSame(text);
    }

    @Test
    void unknownAndOverlongWordsBecomeOneMark() {
        assertSame("x".repeat(100));
        assertSame("x".repeat(101));
        assertSame("a" + "\u16a0".repeat(5) + " b");
        assertThat(tokenizer.encode("y".repeat(101), 256)).containsExactly(101, 100, 102);
    }

    @Test
    void cutsWhereTheReferenceCuts() {
        assertSame("word ".repeat(1000));
        for (int words = 250; words < 258; words++) {
            assertSame("word ".repeat(words) + "pneumonoultramicroscopic " + "\u16a0\u16a0");
        }
        assertThat(tokenizer.encode("word ".repeat(1000), 256)).hasSize(256).endsWith(102);
        assertThat(tokenizer.encode("word", 2)).containsExactly(101, 102);
    }

    @Test
    void agreesOnRandomText() {
        // Up to U+052F both sides know the same letters; newer blocks depend on the library's Unicode version.
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(300); i > 0; i--) {
                text.appendCodePoint(
                        switch (random.nextInt(10)) {
                            case 0, 1 -> ' ';
                            case 2 -> 32 + random.nextInt(96);
                            case 3 -> 0xA0 + random.nextInt(0x490);
                            case 4 -> 0x4E00 + random.nextInt(200);
                            default -> 'a' + random.nextInt(26);
                        });
            }
            assertSame(text.toString());
        }
    }

    @Test
    void specialTokensInATextAreText() {
        assertThat(tokenizer.encode("[SEP]", 256)).containsExactly(101, 1031, 19802, 1033, 102);
    }

    @Test
    void refusesAFileThatIsNotAVocabulary() {
        assertThatThrownBy(() -> read("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":1}}}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must hold a WordPiece vocabulary, held type 'BPE' with 1 pieces");
        assertThatThrownBy(() -> read("{\"model\":{\"type\":")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("{}")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new WordPieceTokenizer(Map.of("a", 1)))
                .hasMessage("vocabulary must hold [UNK], held 1 others");
    }

    private static Map<String, Integer> read(String json) throws IOException {
        return TokenizerJson.vocabulary(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertSame(String text) {
        long[] expected = reference.encode(text).getIds();
        long[] actual =
                Arrays.stream(tokenizer.encode(text, 256)).asLongStream().toArray();
        assertThat(actual).as(text).isEqualTo(expected);
    }
}
