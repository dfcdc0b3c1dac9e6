/**
 * Trained models as files under {@code MODEL_PATH}: {@code <model>/<version>/}, each with its files and a {@code
 * manifest.json} that names them with size and SHA-256 and says where the model comes from.
 *
 * <p>A version is written under another name and renamed when complete, and never changes afterwards; the file {@code
 * <model>/current} names the version that serves. Nothing is loaded that does not match its manifest, and the manifest
 * itself must match the last part of the version's name.
 */
@NullMarked
package dev.skillpod.store.model;

import org.jspecify.annotations.NullMarked;
