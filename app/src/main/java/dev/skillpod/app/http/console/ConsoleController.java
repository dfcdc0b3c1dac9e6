package dev.skillpod.app.http.console;

import dev.skillpod.app.http.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the console's page. It names its scripts and styles by their hashes, so it alone is asked for again. */
@Hidden
@RestController
public class ConsoleController {
    private final Resource page;

    ConsoleController(ResourceLoader resources) {
        this.page = resources.getResource(ConsoleConfiguration.FILES + "index.html");
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Resource> page() {
        if (!page.exists()) {
            throw ProblemException.notFound("this build was made without the console; the API is described at /docs");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", ConsoleConfiguration.CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .body(page);
    }
}
