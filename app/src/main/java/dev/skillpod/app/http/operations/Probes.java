package dev.skillpod.app.http.operations;

import java.util.Set;

/** The routes that the platform asks again and again: they say how the service is, and are no work of it. */
final class Probes {
    /** Their templates. */
    static final Set<String> ROUTES = Set.of("/live", "/ready", "/health");

    private Probes() {}
}
