/**
 * Bringing data in from files: folders of CSV and NDJSON, O*NET's text files, interaction logs, course lists.
 *
 * <p>{@link dev.skillpod.store.imports.Imports#run} recognises the format and starts one importer. Each reads its files as
 * a stream of lines, checks every row with the rules of {@code dev.skillpod.store.json}, and hands batches to an {@link
 * dev.skillpod.store.imports.ImportSink}. A bad row is recorded as {@code file:line: field: legal values, value found}
 * and the rest goes on; ids are those of the file or hashes of it, so that importing twice changes nothing. The {@link
 * dev.skillpod.store.imports.ImportReport} says per file what became of its rows. docs/imports.md describes the formats.
 */
@NullMarked
package dev.skillpod.store.imports;

import org.jspecify.annotations.NullMarked;
