package dev.skillpod.app.http.status;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The version of this service. */
@Component
public final class ServiceVersion {
    private final String text;

    ServiceVersion(@Value("${skillpod.version:}") String version) {
        String packaged = ServiceVersion.class.getPackage().getImplementationVersion();
        this.text = !version.isBlank() ? version : packaged == null ? "development" : packaged;
    }

    /** Returns it, or {@code development} when this is no packaged build. */
    public String text() {
        return text;
    }
}
