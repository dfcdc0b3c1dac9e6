package dev.skillpod.app.command;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.app.runtime.Platform;
import dev.skillpod.app.runtime.Promotions;
import dev.skillpod.app.runtime.TrainingSources;
import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.core.model.PromotionRefusedException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets an alias name a version, past the gate for the champion. */
@Command(
        name = "promote",
        description =
                "Let a version answer: the gate judges it against the champion first, unless --force is given. With"
                        + " --alias challenger or shadow nothing is judged.")
public final class ModelsPromoteCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL")
    private String model = "";

    @Parameters(paramLabel = "VERSION")
    private String version = "";

    @Option(names = "--alias", description = "champion (the default), challenger or shadow.")
    private ModelAlias alias = ModelAlias.CHAMPION;

    @Option(names = "--force", description = "Past the gate; the history tells.")
    private boolean force;

    @Option(names = "--reason", description = "Why, for the history.")
    private @Nullable String reason;

    @Option(names = "--threads", description = "Worker threads of the judging (default: the machine's processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        ModelKinds.named(model);
        var wish = new Promotion(model, version, alias, force, ModelsCommand.BY, reason);
        if (alias != ModelAlias.CHAMPION || force) {
            try (var access = RegistryAccess.open()) {
                print(access.registry().promote(wish));
                return 0;
            }
        }
        var progress = new TerminalProgress();
        try (Platform platform = Platform.beside(Settings.read(System.getenv()), progress)) {
            ModelAliases now = new Promotions(new TrainingSources(platform), threads, progress).promote(wish);
            progress.end();
            platform.registry().find(model, version).flatMap(v -> v.gate()).ifPresent(ModelsPromoteCommand::print);
            print(now);
            return 0;
        } catch (PromotionRefusedException e) {
            progress.end();
            e.verdict().ifPresent(ModelsPromoteCommand::print);
            throw e;
        }
    }

    static void print(GateVerdict verdict) {
        System.out.println("gate " + (verdict.passed() ? "passed" : "refused") + " at " + verdict.judgedAt()
                + (verdict.against() == null ? "" : ", against " + verdict.against()));
        Promotions.lines(verdict).forEach(System.out::println);
    }

    private static void print(ModelAliases now) {
        for (ModelAlias alias : ModelAlias.values()) {
            now.version(alias)
                    .ifPresent(version -> System.out.println(now.model() + " " + alias.wireName() + " is " + version));
        }
    }
}
