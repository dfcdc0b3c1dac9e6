/**
 * Who may call. A request meets, in order: the rules for browsers of other origins ({@code CORS_ORIGINS}); {@link
 * dev.skillpod.app.security.KeyFilter}, which finds out who calls; and {@link dev.skillpod.app.security.RoleDecision}, which
 * lets them do what {@link dev.skillpod.app.security.RouteRules} allow their role. Everything fails closed: what no rule names
 * needs an administrator, and what cannot be checked is refused.
 */
@NullMarked
package dev.skillpod.app.security;

import org.jspecify.annotations.NullMarked;
