/**
 * Who may call: services that know {@code ML_SERVICE_TOKEN} ({@link dev.skillpod.app.security.ServiceTokenFilter}), and
 * browsers of the origins in {@code CORS_ORIGINS}. Without the settings, everyone and no other origin.
 */
@NullMarked
package dev.skillpod.app.security;

import org.jspecify.annotations.NullMarked;
