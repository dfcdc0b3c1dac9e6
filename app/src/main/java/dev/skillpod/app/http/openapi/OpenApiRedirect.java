package dev.skillpod.app.http.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leads from the usual address of an OpenAPI document to this one's. */
@Hidden
@RestController
public class OpenApiRedirect {
    @GetMapping("/openapi.json")
    ResponseEntity<Void> redirect() {
        return ResponseEntity.status(302).location(URI.create("/v3/api-docs")).build();
    }
}
