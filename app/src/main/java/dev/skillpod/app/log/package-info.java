/**
 * Plain interaction files: reading them row by row, and writing lists and scores. Fields are separated by tabs, by commas
 * or by spaces, whichever the first line has; a name that ends in .gz is compressed. Whatever is wrong with a row is an
 * {@link java.lang.IllegalArgumentException} that names file, line, field, the legal values and the value found.
 */
@NullMarked
package dev.skillpod.app.log;

import org.jspecify.annotations.NullMarked;
