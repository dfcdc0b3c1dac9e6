/**
 * The constraints of request fields, and the messages that name legal range and value found. A constraint is written once,
 * at the record's component; the OpenAPI document takes it from there.
 */
@NullMarked
package dev.skillpod.app.http.validation;

import org.jspecify.annotations.NullMarked;
