package dev.skillpod.app.http.operations;

import dev.skillpod.app.serving.RequestRecording;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered.
 *
 * @param requestId its id
 * @param method a method of HTTP, or OTHER
 * @param route the template of its path, of a bounded set
 * @param status what it was answered with
 * @param nanos how long it took
 * @param callingService who called, or null
 * @param recording what was noted of it
 */
record AnsweredRequest(
        String requestId,
        String method,
        String route,
        int status,
        long nanos,
        @Nullable String callingService,
        RequestRecording recording) {}
