package dev.skillpod.app.command;

import dev.skillpod.app.log.ResultFile;
import dev.skillpod.app.trend.SeriesFile;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.SeriesForecast;
import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.ensemble.TrendEnsemble;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forecasts the series of a file. */
@Command(
        name = "forecast",
        description =
                "Forecast the series of a file: id,step,mean,lower,upper, steps from 1. Series that were never negative"
                        + " are never forecast to be.")
public final class ForecastCommand implements Callable<Integer> {
    @Option(
            names = "--input",
            required = true,
            description =
                    "Series: id,v1,v2,... per row, oldest first, of any lengths; an empty field is a missing value;"
                            + " .gz is read as well.")
    private @Nullable Path input;

    @Option(
            names = "--frequency",
            required = true,
            description = "Steps in a season, 1 to 366: 1 yearly, 4 quarterly, 12 monthly, 52 weekly.")
    private int frequency;

    @Option(names = "--horizon", required = true, description = "Steps to forecast, 1 to 900.")
    private int horizon;

    @Option(
            names = "--coverage",
            description =
                    "How often the truth is to lie within the bounds, above 0, below 1 (default: ${DEFAULT-VALUE}).")
    private double coverage = 0.95;

    @Option(names = "--seed", description = "Seed of the run (default: ${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--threads", description = "Worker threads, 1 to 256 (default: the machine's processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--output", required = true, description = "The file to write.")
    private @Nullable Path output;

    private static final int LONGEST = FittedForecaster.MAX_HORIZON - 100;

    @Override
    public Integer call() {
        check("--frequency", frequency, TimeSeries.MAX_FREQUENCY);
        check("--horizon", horizon, LONGEST);
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("--coverage must be in (0, 1), was " + coverage);
        }
        TrainingRun run = TrainingRun.of(seed, threads);
        Path target = Objects.requireNonNull(output, "picocli makes sure of it");
        ResultFile.check(target);
        SeriesFile file = SeriesFile.read(Objects.requireNonNull(input, "picocli makes sure of it"), frequency);
        List<SeriesForecast> forecasts =
                TrendEnsemble.defaults(new LightGbmTrainer(), run).forecast(file.series(), horizon, coverage);
        try (var result = new ResultFile(target)) {
            for (int i = 0; i < forecasts.size(); i++) {
                SeriesForecast forecast = forecasts.get(i);
                Band band = forecast.bands().getFirst();
                for (int h = 0; h < horizon; h++) {
                    result.row(file.ids().get(i) + "," + (h + 1) + "," + forecast.mean()[h] + "," + band.lower()[h]
                            + "," + band.upper()[h]);
                }
            }
            result.complete();
        }
        return 0;
    }

    private static void check(String option, int value, int greatest) {
        if (value < 1 || value > greatest) {
            throw new IllegalArgumentException(option + " must be in [1, " + greatest + "], was " + value);
        }
    }
}
