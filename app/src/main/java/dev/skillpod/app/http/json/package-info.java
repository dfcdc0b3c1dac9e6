/**
 * Reads JSON strictly: no duplicate keys, at most 64 levels, no coercion between types, no NUL and no half of a surrogate
 * pair in a string. What breaks these rules becomes a {@link dev.skillpod.app.http.problem.InvalidRequestException} that
 * names the field ({@link dev.skillpod.app.http.json.JsonErrors}). Lists of many elements, as a JSON array or as NDJSON, are
 * read element by element, so that each wrong line is reported ({@link dev.skillpod.app.http.json.JsonLines}).
 *
 * <p>Status: what is not JSON, or has a wrong JSON type, is 400; a JSON value outside its legal range is 422.
 */
@NullMarked
package dev.skillpod.app.http.json;

import org.jspecify.annotations.NullMarked;
