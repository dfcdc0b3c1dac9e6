/**
 * Who calls and what they may do: {@link dev.skillpod.app.access.Role roles}, {@link dev.skillpod.app.access.Caller callers},
 * and the {@link dev.skillpod.app.access.KeyText keys} they show. Which route needs what, and how a request's key is found and
 * checked, is in {@code dev.skillpod.app.security}.
 */
@NullMarked
package dev.skillpod.app.access;

import org.jspecify.annotations.NullMarked;
