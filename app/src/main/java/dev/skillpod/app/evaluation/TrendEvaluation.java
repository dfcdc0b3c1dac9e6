package dev.skillpod.app.evaluation;

import dev.skillpod.app.trend.SeriesFile;
import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.accuracy.ForecastErrors;
import dev.skillpod.core.trend.accuracy.MeanErrors;
import dev.skillpod.core.trend.baseline.Naive2;
import dev.skillpod.core.trend.ensemble.Members;
import dev.skillpod.core.trend.ensemble.TrendEnsemble;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Forecasts of the M1 (tuning) and M3 (reported) competitions: every method for single series, and the ensemble, by the measures of M4. */
public final class TrendEvaluation implements Evaluation {
    private static final Path FOLDER = Path.of("forecast");
    private static final double COVERAGE = 0.95;

    /** One part of a competition. */
    private record Part(String competition, String name, int frequency, int horizon) {}

    private static final List<Part> PARTS = List.of(
            new Part("m1", "yearly", 1, 6),
            new Part("m1", "quarterly", 4, 8),
            new Part("m1", "monthly", 12, 18),
            new Part("m3", "yearly", 1, 6),
            new Part("m3", "quarterly", 4, 8),
            new Part("m3", "other", 1, 8),
            new Part("m3", "monthly", 12, 18));

    @Override
    public String name() {
        return "trends";
    }

    @Override
    public String description() {
        return "forecasts of the M1 and M3 competitions, every method and the ensemble";
    }

    @Override
    public long seed() {
        return 42;
    }

    @Override
    public Optional<Path> needs() {
        return Optional.of(FOLDER);
    }

    @Override
    public void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out) {
        double smapes = 0;
        int series = 0;
        for (Part part : PARTS) {
            MeanErrors ensemble = measure(data.resolve(FOLDER).resolve(part.competition()), part, run, out);
            if (part.competition().equals("m3")) {
                smapes += ensemble.smape().orElse(0) * ensemble.count();
                series += ensemble.count();
            }
        }
        out.accept(new EvaluationTable(
                "M3, all " + series + " series",
                List.of("Published: theta 13.01, DOTM 12.90, statsforecast ensemble 12.63, N-BEATS 12.37."),
                List.of("method", "sMAPE"),
                List.of(List.of("ensemble", number(OptionalDouble.of(smapes / series), 3)))));
    }

    private static MeanErrors measure(Path folder, Part part, TrainingRun run, Consumer<EvaluationTable> out) {
        List<GappySeries> batch = SeriesFile.read(folder.resolve(part.name() + "_train.csv"), part.frequency())
                .series();
        List<double[]> pasts = batch.stream()
                .map(series -> series.complete().orElseThrow().values())
                .toList();
        List<double[]> futures =
                SeriesFile.read(folder.resolve(part.name() + "_test.csv"), part.frequency()).series().stream()
                        .map(series -> series.complete().orElseThrow().values())
                        .toList();
        MeanErrors naive = new MeanErrors();
        for (int i = 0; i < pasts.size(); i++) {
            TimeSeries past = TimeSeries.of(pasts.get(i), part.frequency());
            naive.add(
                    pasts.get(i),
                    part.frequency(),
                    futures.get(i),
                    new Naive2().fit(past).mean(part.horizon()));
        }
        var rows = new ArrayList<List<String>>();
        for (Members.Local member : Members.local(part.frequency()).local()) {
            MeanErrors errors = new MeanErrors();
            for (int i = 0; i < pasts.size(); i++) {
                TimeSeries past = TimeSeries.of(pasts.get(i), part.frequency());
                double[] mean = member.method().fit(past).mean(part.horizon());
                errors.add(pasts.get(i), part.frequency(), futures.get(i), mean);
            }
            rows.add(row(member.method().name(), errors, naive, "", "", ""));
        }
        long start = System.nanoTime();
        List<SeriesForecast> forecasts =
                TrendEnsemble.defaults(new LightGbmTrainer(), run).forecast(batch, part.horizon(), COVERAGE);
        double seconds = (System.nanoTime() - start) / 1e9;
        MeanErrors errors = new MeanErrors();
        double[] mases = new double[pasts.size()];
        double covered = 0;
        double msis = 0;
        for (int i = 0; i < pasts.size(); i++) {
            double[] past = pasts.get(i);
            double[] actual = futures.get(i);
            Band band = forecasts.get(i).bands().getFirst();
            errors.add(past, part.frequency(), actual, forecasts.get(i).mean());
            mases[i] = ForecastErrors.mase(
                            past, part.frequency(), actual, forecasts.get(i).mean())
                    .orElse(0);
            covered += ForecastErrors.coverage(actual, band.lower(), band.upper()) / pasts.size();
            msis += ForecastErrors.msis(past, part.frequency(), actual, band.lower(), band.upper(), COVERAGE)
                            .orElse(0)
                    / pasts.size();
        }
        rows.add(row(
                "ensemble",
                errors,
                naive,
                EvaluationTable.interval("%.3f", Bootstrap.mean(mases, run.random("evaluate.trends"))),
                number(OptionalDouble.of(covered), 3),
                number(OptionalDouble.of(msis), 2)));
        String role = part.competition().equals("m1") ? "tuning" : "reported";
        out.accept(new EvaluationTable(
                part.competition().toUpperCase(Locale.ROOT) + " " + part.name() + ", " + pasts.size() + " series ("
                        + role + ")",
                List.of(String.format(
                        Locale.ROOT,
                        "Horizon %d. Coverage and MSIS of the 95 %% intervals. The ensemble took %.1f s of wall clock on %d"
                                + " threads.",
                        part.horizon(),
                        seconds,
                        run.threads())),
                List.of("method", "sMAPE", "MASE", "OWA", "MASE, 95 % interval", "coverage", "MSIS"),
                rows));
        return errors;
    }

    private static List<String> row(
            String name, MeanErrors errors, MeanErrors naive, String interval, String coverage, String msis) {
        return List.of(
                name,
                number(errors.smape(), 3),
                number(errors.mase(), 4),
                number(errors.owa(naive), 4),
                interval,
                coverage,
                msis);
    }

    private static String number(OptionalDouble value, int digits) {
        return value.isPresent() ? String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble()) : "";
    }
}
