/**
 * Text embeddings: the real all-MiniLM-L6-v2 (Wang et al. 2020, "MiniLM"; fine-tuned by sentence-transformers), quantised
 * to 8 bits, on ONNX Runtime.
 *
 * <p>Text goes through four steps: {@link dev.skillpod.embedding.BertText} cleans it and cuts it into words,
 * {@link dev.skillpod.embedding.WordPieceTokenizer} cuts words into pieces of the vocabulary, the network turns pieces into
 * vectors in context, and {@link dev.skillpod.embedding.MiniLmEmbedder} averages those and scales the mean to length 1, so
 * that a dot product is a cosine.
 *
 * <p>Nothing is fetched: model and vocabulary are files on the class path. Nothing is reported either, which decided two
 * choices. ONNX Runtime is pinned to a release whose Linux library has no usage reports (1.29 uploads them by default), and
 * the tokenizer is our own, because DJL's binding of the Hugging Face tokenizers reports EC2 instance ids; the tests use it
 * as the reference.
 */
@NullMarked
package dev.skillpod.embedding;

import org.jspecify.annotations.NullMarked;
