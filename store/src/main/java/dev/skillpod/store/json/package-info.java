/**
 * Rows from outside, checked field by field before they become records of {@code dev.skillpod.core}.
 *
 * <p>A {@link dev.skillpod.store.json.RowSource} offers the cells of one row, whether it was a JSON object or a CSV line.
 * {@link dev.skillpod.store.json.Fields} asks it for typed, bounded values and collects a {@link
 * dev.skillpod.store.json.FieldError} for each that breaks a rule, so that all errors of a row are reported at once. One
 * small class per kind of row ({@link dev.skillpod.store.json.EventRow}, {@link dev.skillpod.store.json.ContentRow}, ...)
 * says which fields there are; file imports and the HTTP interface use the same ones, so the same row means the same
 * everywhere.
 */
@NullMarked
package dev.skillpod.store.json;

import org.jspecify.annotations.NullMarked;
