/**
 * The service over HTTP, as the wire contract says. One sub-package per resource: {@code recommendation}, {@code job},
 * {@code event}, {@code catalog}, {@code learner}, {@code status}; each has the records that are sent and read (snake_case
 * names stand in the source), a mapping to the domain, and a controller.
 *
 * <p>A request passes the filters of {@code request} and of {@code dev.skillpod.app.security}, is read strictly by {@code
 * json}, checked by {@code validation}, and whatever goes wrong is told by {@code problem}. {@code openapi} describes it all.
 */
@NullMarked
package dev.skillpod.app.http;

import org.jspecify.annotations.NullMarked;
