package dev.skillpod.core.text;

/** Turns text into a unit vector of meaning. Implementations are thread-safe and deterministic. */
public interface TextEmbedder {
    /** Returns the name of the model, such as {@code all-MiniLM-L6-v2}. */
    String modelName();

    /** Returns the length of every vector. */
    int dimension();

    /**
     * Embeds one text.
     *
     * @param text any text; longer texts are cut at the model's limit; blank text is legal
     * @return a new vector of length {@link #dimension()} with Euclidean norm 1
     */
    float[] embed(String text);
}
