/**
 * {@code POST /api/v1/recommendations/generate}: the wire contract's records, the mapping between them and the domain, and
 * the controller.
 */
@NullMarked
package dev.skillpod.app.http.recommendation;

import org.jspecify.annotations.NullMarked;
