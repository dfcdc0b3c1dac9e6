/**
 * What operators see of a running service: {@link dev.skillpod.app.http.operations.RequestTraceFilter} records every request,
 * {@link dev.skillpod.app.http.operations.RouteTimes} sums up the last minutes by route and step, {@link
 * dev.skillpod.app.http.operations.RequestLog} keeps the last requests, and {@link
 * dev.skillpod.app.http.operations.ServiceController} shows both. No learner's id is kept.
 */
@NullMarked
package dev.skillpod.app.http.operations;

import org.jspecify.annotations.NullMarked;
