/**
 * What happens to every request before its controller: it gets a request id ({@link
 * dev.skillpod.app.http.request.RequestIdFilter}), and its body may be only so long ({@link
 * dev.skillpod.app.http.request.BodyLimitFilter}). Nothing here copies a body.
 */
@NullMarked
package dev.skillpod.app.http.request;

import org.jspecify.annotations.NullMarked;
