package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.ModelStatus;
import dev.skillpod.app.serving.ShadowAgreement;
import dev.skillpod.core.model.ModelAliases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The models in service, of all capabilities. */
final class LiveModels implements ModelStatus {
    private final ServiceRuntime runtime;

    LiveModels(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public List<LoadedModel> loaded() {
        return Stream.of(
                        runtime.live().loaded().stream(),
                        runtime.skillGaps().loaded().stream(),
                        runtime.tracing().loaded().stream(),
                        runtime.learningPaths().loaded().stream())
                .flatMap(models -> models)
                .toList();
    }

    @Override
    public List<Role> roles() {
        return Stream.concat(ModelStatus.super.roles().stream(), runtime.live().beside().stream())
                .toList();
    }

    @Override
    public Map<String, ModelAliases> aliases() {
        return runtime.aliases();
    }

    @Override
    public Map<String, ShadowAgreement> shadows() {
        return runtime.live()
                .shadow()
                .agreement()
                .map(agreement -> Map.of(RecommenderFiles.MODEL, agreement))
                .orElse(Map.of());
    }

    @Override
    public Optional<String> notReady() {
        return runtime.live().notReady();
    }
}
