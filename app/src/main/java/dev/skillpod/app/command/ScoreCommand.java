package dev.skillpod.app.command;

import dev.skillpod.app.log.LogService;
import dev.skillpod.core.recommend.log.selection.RankingTask;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores given pairs from a plain interaction file. */
@Command(
        name = "score",
        description =
                "Score pairs of user and item: user<TAB>item<TAB>score, in the order given. Scores compare within a"
                        + " user; unknown users are scored by popularity, unknown items get the user's lowest score.")
public final class ScoreCommand implements Callable<Integer> {
    @Mixin
    private LogOptions options = new LogOptions();

    @Option(names = "--pairs", required = true, description = "Pairs: user<TAB>item per row.")
    private @Nullable Path pairs;

    @Override
    public Integer call() {
        Path file = Objects.requireNonNull(pairs, "picocli makes sure of it");
        LogService.check(file, "user", "item");
        options.run(RankingTask.GIVEN_POOL, service -> service.score(file, options.output()));
        return 0;
    }
}
