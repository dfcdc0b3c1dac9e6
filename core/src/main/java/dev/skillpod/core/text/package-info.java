/**
 * Text as vectors, of two kinds that fail in different places.
 *
 * <p>{@link dev.skillpod.core.text.TextEmbedder} is the port behind which the embedding model lives: dense vectors of
 * meaning, good at paraphrase, but only in the language it was trained on. {@link dev.skillpod.core.text.Terms} and
 * {@link dev.skillpod.core.text.LexicalIndex} are the other kind: words and character n-grams, counted and weighed by how
 * rare they are (TF-IDF; Salton and Buckley 1988). They know no synonyms, but any language, and names that no model has
 * read. Where both are at hand, use both.
 */
@NullMarked
package dev.skillpod.core.text;

import org.jspecify.annotations.NullMarked;
