package dev.skillpod.app.command;

import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.app.runtime.Promotions;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.ModelDifference;
import dev.skillpod.core.model.ModelEvent;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.store.model.PostgresModelRegistry;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the versions of the models and says which of them answers. A running service follows at once. */
@Command(
        name = "models",
        description =
                "Show the versions of the models and say which of them answers; a running service follows at once."
                        + " Without a further word: list.",
        subcommands = ModelsPromoteCommand.class)
public final class ModelsCommand implements Callable<Integer> {
    static final String BY = "./skillpod models";

    @Override
    public Integer call() {
        return list(List.of());
    }

    @Command(name = "list", description = "List all versions, the newest first, with their aliases.")
    int list(@Parameters(paramLabel = "MODEL", arity = "0..*") @Nullable List<String> models) {
        try (var access = RegistryAccess.open()) {
            List<String> names = models == null || models.isEmpty() ? ModelKinds.names() : models;
            for (String model : names) {
                ModelKinds.named(model);
                ModelAliases aliases = access.registry().aliases(model);
                for (ModelVersion version : access.registry().versions(model)) {
                    System.out.println(line(access.registry(), aliases, version));
                }
            }
            return 0;
        }
    }

    private static String line(PostgresModelRegistry registry, ModelAliases aliases, ModelVersion version) {
        String named =
                aliases.of(version.version()).stream().map(ModelAlias::wireName).collect(Collectors.joining(", "));
        boolean champion = aliases.champion().filter(version.version()::equals).isPresent();
        Provenance from = version.provenance();
        return (champion ? "* " : "  ") + version.model() + " " + version.version()
                + (named.isEmpty() ? "" : " [" + named + "]")
                + (registry.sound(version.model(), version.version()) ? "" : " (files missing or damaged)")
                + " trained " + from.trainedAt() + " on " + from.dataSource() + " data until " + from.dataUntil()
                + version.gate()
                        .map(gate -> gate.passed() ? ", gate passed" : ", gate refused")
                        .orElse(", not judged");
    }

    @Command(name = "show", description = "Show where a version comes from, what it scored, and what the gate said.")
    int show(@Parameters(paramLabel = "MODEL") String model, @Parameters(paramLabel = "VERSION") String version) {
        try (var access = RegistryAccess.open()) {
            ModelVersion found = access.version(model, version);
            Provenance from = found.provenance();
            System.out.println(line(access.registry(), access.registry().aliases(model), found));
            System.out.println("registered " + found.registeredAt() + " by " + found.registeredBy());
            System.out.println("algorithm " + from.algorithm() + ", seed " + from.seed() + ", program "
                    + (from.codeVersion().isEmpty() ? "unknown" : from.codeVersion()));
            System.out.println("data " + from.dataFrom() + " to " + from.dataUntil());
            new TreeMap<>(from.rowCounts()).forEach((name, count) -> System.out.println("rows " + name + " " + count));
            new TreeMap<>(from.parameters())
                    .forEach((name, value) -> System.out.println("parameter " + name + " " + value));
            new TreeMap<>(from.metrics())
                    .forEach((name, value) -> System.out.printf(Locale.ROOT, "metric %s %.4f%n", name, value));
            found.gate().ifPresent(ModelsPromoteCommand::print);
            return 0;
        }
    }

    @Command(name = "rollback", description = "Let the champion be the version that was champion before.")
    int rollback(
            @Parameters(paramLabel = "MODEL") String model,
            @Option(names = "--reason", description = "Why, for the history.") @Nullable String reason) {
        try (var access = RegistryAccess.open()) {
            ModelAliases now = Promotions.rollback(access.registry(), model, BY, reason);
            System.out.println(model + " champion is " + now.champion().orElse("none"));
            return 0;
        }
    }

    @Command(name = "diff", description = "Compare two versions: metrics, parameters, rows.")
    int diff(
            @Parameters(paramLabel = "MODEL") String model,
            @Parameters(paramLabel = "FROM") String from,
            @Parameters(paramLabel = "TO") String to) {
        try (var access = RegistryAccess.open()) {
            ModelDifference difference = ModelDifference.between(
                    access.version(model, from).provenance(),
                    access.version(model, to).provenance());
            difference.metrics().forEach(figure -> print("metric", figure));
            difference.rows().forEach(figure -> print("rows", figure));
            difference
                    .parameters()
                    .forEach(p -> System.out.println("parameter " + p.name() + " " + p.from() + " -> " + p.to()));
            return 0;
        }
    }

    private static void print(String what, ModelDifference.Figure figure) {
        Double change = figure.change();
        System.out.printf(
                Locale.ROOT,
                "%s %s %s -> %s%s%n",
                what,
                figure.name(),
                text(figure.from()),
                text(figure.to()),
                change == null ? "" : String.format(Locale.ROOT, " (%+.4f)", change));
    }

    private static String text(@Nullable Double value) {
        return value == null ? "none" : String.format(Locale.ROOT, "%.4f", value);
    }

    @Command(name = "history", description = "Tell what happened to a model, the newest first.")
    int history(
            @Parameters(paramLabel = "MODEL") String model,
            @Option(names = "--limit", defaultValue = "50", description = "At most (default: 50).") int limit) {
        try (var access = RegistryAccess.open()) {
            ModelKinds.named(model);
            for (ModelEvent event : access.registry().history(model, limit)) {
                ModelAlias alias = event.alias();
                System.out.println(event.at() + " " + event.action().wireName() + " "
                        + (event.version() == null ? "-" : event.version())
                        + (alias == null ? "" : " " + alias.wireName())
                        + (event.previous() == null ? "" : " (was " + event.previous() + ")") + " by " + event.by()
                        + (event.reason() == null ? "" : ": " + event.reason()));
            }
            return 0;
        }
    }

    @Command(name = "clear", description = "Take the alias challenger or shadow away.")
    int clear(
            @Parameters(paramLabel = "MODEL") String model,
            @Parameters(paramLabel = "ALIAS", description = "challenger or shadow") ModelAlias alias) {
        try (var access = RegistryAccess.open()) {
            ModelKinds.named(model);
            access.registry().clear(model, alias, BY, null);
            return 0;
        }
    }

    @Command(name = "traffic", description = "Say which share of the learners the challenger answers.")
    int traffic(
            @Parameters(paramLabel = "MODEL") String model,
            @Parameters(paramLabel = "SHARE", description = "0 to 0.5") double share) {
        try (var access = RegistryAccess.open()) {
            ModelKinds.named(model);
            ModelAliases now = access.registry().share(model, share, BY);
            System.out.println(model + " challenger answers " + now.challengerShare());
            return 0;
        }
    }
}
