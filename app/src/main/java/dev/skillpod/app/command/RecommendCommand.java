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

/** Recommends from a plain interaction file. */
@Command(
        name = "recommend",
        description =
                "Recommend items to the users of an interaction file: user<TAB>rank<TAB>item<TAB>score. Never an item"
                        + " the user already has; unknown users get the most popular ones.")
public final class RecommendCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    @Mixin
    private LogOptions options = new LogOptions();

    @Option(names = "--users", required = true, description = "User ids, one per line.")
    private @Nullable Path users;

    @Option(names = "--top", required = true, description = "Items per user, 1 to 100000.")
    private int top;

    @Override
    public Integer call() {
        if (top < 1 || top > MOST) {
            throw new IllegalArgumentException("--top must be in [1, " + MOST + "], was " + top);
        }
        Path file = Objects.requireNonNull(users, "picocli makes sure of it");
        LogService.check(file, "user");
        options.run(RankingTask.ALL_ITEMS, service -> service.recommend(file, top, options.output()));
        return 0;
    }
}
