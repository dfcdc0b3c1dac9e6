package dev.skillpod.app.http.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Describes the service. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {
    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    BulkBodies bulkBodies() {
        return new BulkBodies();
    }

    @Bean
    OpenAPI skillPod() {
        var info = new Info()
                .title("SkillPod recommender")
                .version("1")
                .description("Self-hosted recommendations for learning platforms. Errors are application/problem+json"
                        + " (RFC 9457). A request may carry x-request-id; the answer has it too. Request"
                        + " bodies are read strictly: no duplicate keys, at most 64 levels, no U+0000;"
                        + " unknown fields are ignored.")
                .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0"));
        var token = new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("x-service-token")
                .description("A key, as services send it. Not needed on this machine while the service has no keys.");
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A key, or a JWT of the identity provider.");
        return new OpenAPI()
                .info(info)
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes("serviceToken", token)
                        .addSecuritySchemes("bearer", bearer))
                .security(List.of(
                        new SecurityRequirement(),
                        new SecurityRequirement().addList("serviceToken"),
                        new SecurityRequirement().addList("bearer")));
    }

    @Bean
    OpenApiCustomizer examplesAndErrors(JsonMapper mapper) {
        var examples = new Examples(mapper);
        var errors = new ErrorResponses(mapper);
        return openApi -> {
            errors.define(openApi.getComponents());
            openApi.getPaths()
                    .forEach((path, item) -> item.readOperations().forEach(operation -> {
                        Parameters.describe(operation);
                        examples.addTo(operation);
                        errors.addTo(operation, path);
                        Links.addTo(operation);
                    }));
        };
    }
}
