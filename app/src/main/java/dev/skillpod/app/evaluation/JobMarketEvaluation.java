package dev.skillpod.app.evaluation;

import dev.skillpod.app.log.FieldReader;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.accuracy.MeanErrors;
import dev.skillpod.core.trend.baseline.Naive;
import dev.skillpod.core.trend.baseline.WindowMean;
import dev.skillpod.core.trend.ensemble.TrendEnsemble;
import dev.skillpod.core.trend.market.Grouping;
import dev.skillpod.core.trend.market.Hierarchy;
import dev.skillpod.core.trend.market.MarketConfig;
import dev.skillpod.core.trend.market.MarketForecaster;
import dev.skillpod.core.trend.smoothing.SimpleSmoothing;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Job-SDF: monthly demand for 2,335 skills, in all and by region, as one hierarchy whose forecasts add up. */
public final class JobMarketEvaluation implements Evaluation {
    private static final Path FOLDER = Path.of("forecast", "job_sdf");
    private static final int MONTHS = 36;
    private static final int SCALE_MONTHS = 24;
    private static final int[] ORIGINS = {30, 33};

    @Override
    public String name() {
        return "trends-jobs";
    }

    @Override
    public String description() {
        return "Job-SDF, demand for skills in all and by region, the last six months held out";
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
        List<double[]> totals = read(data.resolve(FOLDER).resolve("skill_r0_monthly.csv"));
        List<double[]> regions = read(data.resolve(FOLDER).resolve("region_skill_monthly.csv.gz"));
        int skills = totals.size();
        int areas = regions.size() / skills;
        var all = new ArrayList<>(totals);
        all.addAll(regions);
        Hierarchy hierarchy = Hierarchy.of(
                all.size(),
                IntStream.range(0, skills)
                        .mapToObj(skill -> new Grouping(
                                skill,
                                IntStream.range(0, areas)
                                        .map(area -> skills + skill * areas + area)
                                        .toArray()))
                        .toList());
        var rows = new ArrayList<List<String>>();
        for (Forecaster method : List.of(new Naive(), new SimpleSmoothing(), WindowMean.of(6))) {
            rows.add(row(
                    method.name(),
                    all,
                    skills,
                    hierarchy,
                    (past, horizon) -> past.stream()
                            .map(y -> method.fit(TimeSeries.of(y, 12)).mean(horizon))
                            .toArray(double[][]::new)));
        }
        TrendEnsemble ensemble = TrendEnsemble.defaults(new LightGbmTrainer(), run);
        var market = new MarketForecaster(ensemble, hierarchy, new MarketConfig(0, 12, 12));
        rows.add(row(
                "ensemble, adding up",
                all,
                skills,
                hierarchy,
                (past, horizon) ->
                        market
                                .forecast(
                                        past.stream()
                                                .map(y -> GappySeries.of(y, 12))
                                                .toList(),
                                        horizon)
                                .stream()
                                .map(SeriesForecast::mean)
                                .toArray(double[][]::new)));
        out.accept(new EvaluationTable(
                "Job-SDF, " + skills + " skills and " + areas + " regions",
                List.of(
                        "Forecasts of months 31 to 36 from months 30 and 33. MASE is scaled by the mean absolute change from month to"
                                + " month over the first 24; series without any change are left out.",
                        "The published protocol could not be reproduced exactly: compare with the baselines beside it."),
                List.of("method", "MASE totals", "MASE regions", "wMAPE totals", "greatest mismatch"),
                rows));
    }

    /** Forecasts all series from their past. */
    private interface Method {
        double[][] forecast(List<double[]> pasts, int horizon);
    }

    private static List<String> row(String name, List<double[]> all, int skills, Hierarchy hierarchy, Method method) {
        MeanErrors totals = new MeanErrors();
        MeanErrors regions = new MeanErrors();
        double mismatch = 0;
        for (int origin : ORIGINS) {
            double[][] means = method.forecast(
                    all.stream().map(y -> Arrays.copyOf(y, origin)).toList(), MONTHS - origin);
            for (int i = 0; i < all.size(); i++) {
                double[] y = all.get(i);
                (i < skills ? totals : regions)
                        .add(Arrays.copyOf(y, SCALE_MONTHS), 1, Arrays.copyOfRange(y, origin, MONTHS), means[i]);
            }
            mismatch = Math.max(mismatch, hierarchy.mismatch(means));
        }
        return List.of(
                name,
                number(totals.mase()),
                number(regions.mase()),
                number(totals.wmape()),
                String.format(Locale.ROOT, "%.1e", mismatch));
    }

    private static List<double[]> read(Path file) {
        var series = new ArrayList<double[]>();
        try (FieldReader reader = FieldReader.open(file, MONTHS + 2)) {
            reader.next();
            for (Optional<String[]> row = reader.next(); row.isPresent(); row = reader.next()) {
                String[] fields = row.get();
                series.add(Arrays.stream(fields, fields.length - MONTHS, fields.length)
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
        }
        return series;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "";
    }
}
