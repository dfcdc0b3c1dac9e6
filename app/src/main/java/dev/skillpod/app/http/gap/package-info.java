/**
 * {@code POST /api/v1/skill-gaps/analyze} and {@code /predict}: the wire contract's records, the mapping between them and the
 * domain, and the controller.
 */
@NullMarked
package dev.skillpod.app.http.gap;

import org.jspecify.annotations.NullMarked;
