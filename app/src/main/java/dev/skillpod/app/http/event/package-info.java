/**
 * {@code POST /api/v1/events}: many events a request, all of them or none, each harmless to send twice. {@link
 * dev.skillpod.app.http.event.EventKind} says which fields an event of a type needs and what it becomes.
 */
@NullMarked
package dev.skillpod.app.http.event;

import org.jspecify.annotations.NullMarked;
