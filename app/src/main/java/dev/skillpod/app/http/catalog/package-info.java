/**
 * {@code /api/v1/skills}, {@code /roles} and {@code /contents}: rows are put one by one or in bulk, and shown one by one or
 * in pages. A row that refers to an id nobody knows yet is accepted with a warning, since rows may arrive in any order; a
 * cycle of prerequisites is refused.
 */
@NullMarked
package dev.skillpod.app.http.catalog;

import org.jspecify.annotations.NullMarked;
