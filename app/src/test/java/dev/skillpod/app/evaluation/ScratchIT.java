package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.*;
import dev.skillpod.core.model.*;
import dev.skillpod.core.recommend.*;
import dev.skillpod.core.recommend.engine.*;
import dev.skillpod.core.recommend.state.*;
import dev.skillpod.core.recommend.statistics.*;
import dev.skillpod.core.recommend.training.*;
import dev.skillpod.embedding.MiniLmEmbedder;
import dev.skillpod.lightgbm.LightGbmTrainer;
import dev.skillpod.starter.*;
import java.util.*;

public class ScratchIT {
    public static void main(String[] a) throws Exception {
        long t0 = System.nanoTime();
        StarterWorld world =
                StarterWorld.generate(StarterConfig.defaults().withSeed(a.length > 0 ? Long.parseLong(a[0]) : 7));
        System.out.printf(
                "world %.1fs contents %d%n",
                (System.nanoTime() - t0) / 1e9, world.catalog().contents().size());
        t0 = System.nanoTime();
        int imp = 0, deep = 0, sig = 0, out = 0, ass = 0;
        Map<EngagementType, Integer> types = new EnumMap<>(EngagementType.class);
        for (var h : world.histories()) {
            for (var e : h.engagements()) types.merge(e.type(), 1, Integer::sum);
            sig += h.signals().size();
            out += h.outcomes().size();
            ass += h.assessments().size();
        }
        System.out.println(types + " signals " + sig + " outcomes " + out + " assess " + ass);
        var embedder =
                new dev.skillpod.app.runtime.CachedEmbedder(MiniLmEmbedder.load(), java.time.Duration.ofHours(1));
        System.out.printf("load embedder %.1fs%n", (System.nanoTime() - t0) / 1e9);
        t0 = System.nanoTime();
        var index = new CatalogIndex(world.catalog(), CatalogEmbedding.of(world.catalog(), embedder));
        System.out.printf("embed %.1fs%n", (System.nanoTime() - t0) / 1e9);
        t0 = System.nanoTime();
        final long[] last = {System.nanoTime()};
        Progress p = (s, d, n) -> {
            System.out.printf("  +%.1fs %s %d/%d%n", (System.nanoTime() - last[0]) / 1e9, s, d, n);
            last[0] = System.nanoTime();
        };
        var run = new TrainingRun(42, 2, world.end().plusSeconds(1), p);
        var trained = new RecommenderTrainer(new LightGbmTrainer(), TrainingConfig.defaults())
                .fit(world.activityLog(), world.demand(), index, "synthetic", run);
        System.out.printf("train %.1fs%n", (System.nanoTime() - t0) / 1e9);
        t0 = System.nanoTime();
        new TreeMap<>(trained.provenance().metrics()).forEach((k, v) -> System.out.printf("%s %.4f%n", k, v));
        System.out.println(trained.provenance().rowCounts());
        var models = trained.bind(world.catalog(), "v1");
        var rec = new ContentRecommender(
                index,
                trained.statistics(world.catalog()),
                new DemandTimeline(world.demand(), world.catalog()).at(world.end()),
                models);
        var eval = new StarterEvaluation(world, index, rec);
        for (var l : eval.measure(600, TrainingRun.of(1, 2), h -> true))
            System.out.printf(
                    "%-20s %.3f [%.3f, %.3f] %.1f%%%n",
                    l.method(), l.gain().mean(), l.gain().lower(), l.gain().upper(), 100 * l.shareOfBest());
        {
            String[] names = {
                "pool p*g",
                "pool P*g",
                "pool p*G",
                "all p*g",
                "all lr",
                "pool p^.5*g",
                "reach*p",
                "gap",
                "pool lr",
                "full",
                "LIK*p",
                "LIK*p*eff",
                "REACH*p*eff",
                "REACH*ready*p",
                "REACH*p*ratingE",
                "REACH*p*comp",
                "REACH*LIK^.5*p"
            };
            double[] tot = new double[names.length];
            var gapgen = new dev.skillpod.core.recommend.candidate.gap.GapGenerator();
            double best = 0;
            int nn = 0;
            var relm = models.relevance();
            var pm = models.progress();
            var bridges = new dev.skillpod.core.recommend.candidate.Bridges(index);
            var gens = ContentRecommender.generators(index);
            double cp = 0, cg = 0;
            for (int q = 0; q < 620; q++) {
                var h = world.histories().get(q * 8 + 3);
                String u = h.learner().userId();
                double[] tg = world.truth().trueGains(u);
                var req = new RecommendationRequest(h, List.of(), 10, Set.of(), 0, false, world.end());
                var ctx = rec.context(req);
                var rules = new dev.skillpod.core.recommend.candidate.Eligibility(ctx.state(), Set.of());
                var pool = dev.skillpod.core.recommend.candidate.CandidatePool.of(gens, ctx, rules, bridges, 100);
                int[] all = java.util.stream.IntStream.range(0, index.contentCount())
                        .filter(rules::eligible)
                        .toArray();
                var fx = new dev.skillpod.core.recommend.feature.FeatureExtractor(ctx);
                int w = dev.skillpod.core.recommend.feature.Feature.count();
                double[][] sc = new double[names.length][index.contentCount()];
                for (var x : sc) Arrays.fill(x, -1e9);
                var inpool = new HashSet<Integer>();
                for (int c : pool.contents()) inpool.add(c);
                for (int c : all) {
                    double[] row = new double[w];
                    fx.extract(c, row, 0);
                    double ph = relm.estimate(row, 5).probability(), gh = pm.expected(row);
                    double P = world.truth()
                            .completionProbability(
                                    u, world.catalog().contents().get(c).id());
                    double G = tg[c] / Math.max(1e-9, P);
                    if (inpool.contains(c)) {
                        sc[0][c] = ph * gh;
                        sc[1][c] = P * gh;
                        sc[2][c] = ph * G;
                        sc[5][c] = Math.sqrt(ph) * gh;
                        sc[6][c] = ph * row[dev.skillpod.core.recommend.feature.Feature.REACHABLE_PROGRESS.ordinal()];
                    }
                    if (inpool.contains(c)) {
                        var F = dev.skillpod.core.recommend.feature.Feature.values();
                        double lik = row[dev.skillpod.core.recommend.feature.Feature.LIKELY_PROGRESS.ordinal()],
                                rch = row[dev.skillpod.core.recommend.feature.Feature.REACHABLE_PROGRESS.ordinal()],
                                eff = row[dev.skillpod.core.recommend.feature.Feature.EFFICIENCY.ordinal()],
                                ready = row[dev.skillpod.core.recommend.feature.Feature.READINESS.ordinal()],
                                rat = row[dev.skillpod.core.recommend.feature.Feature.RATING.ordinal()],
                                cr = row[dev.skillpod.core.recommend.feature.Feature.COMPLETION_RATE.ordinal()];
                        sc[10][c] = lik * ph;
                        sc[11][c] = lik * ph * eff;
                        sc[12][c] = rch * ph * eff;
                        sc[13][c] = rch * ready * ph;
                        sc[14][c] = rch * ph * Math.exp(0.5 * (rat - 3.5));
                        sc[15][c] = rch * ph * cr;
                        sc[16][c] = Math.sqrt(rch * lik) * ph;
                    }
                    if (inpool.contains(c)) sc[8][c] = models.ranker().score(row, 1)[0];
                    sc[3][c] = ph * gh;
                    sc[4][c] = models.ranker().score(row, 1)[0];
                }
                {
                    var cc = gapgen.generate(ctx, 10, rules::eligible).contents();
                    for (int k = 0; k < cc.length; k++) sc[7][cc[k]] = 100 - k;
                    int k = 0;
                    for (var it : rec.recommend(req).items())
                        sc[9][index.catalog().contentIndex(it.content().id()).getAsInt()] = 100 - k++;
                }
                for (int m = 0; m < names.length; m++) {
                    double[] z = sc[m];
                    tot[m] += java.util.stream.IntStream.of(all)
                                    .boxed()
                                    .sorted((x, y) -> Double.compare(z[y], z[x]))
                                    .limit(10)
                                    .mapToDouble(c -> tg[c])
                                    .sum()
                            / 10;
                }
                best += java.util.stream.IntStream.of(all)
                                .mapToDouble(c -> tg[c])
                                .map(v -> -v)
                                .sorted()
                                .limit(10)
                                .sum()
                        / -10;
            }
            for (int m = 0; m < names.length; m++)
                System.out.printf("VARIANT %s %.1f%%%n", names[m], 100 * tot[m] / best);
        }
        System.out.printf("eval %.1fs%n", (System.nanoTime() - t0) / 1e9);
        for (String u : List.of("starter-00001", "starter-00002", "starter-04990")) {
            var h = world.histories().stream()
                    .filter(x -> x.learner().userId().equals(u))
                    .findFirst()
                    .get();
            System.out.println("== " + u + " role " + h.profile().targetRole() + " goals "
                    + h.profile().careerGoals() + " skills " + h.profile().skills());
            show(rec.recommend(new RecommendationRequest(h, List.of(), 6, Set.of(), 0.3, true, world.end())));
        }
        for (String role : List.of("Backend Engineer", "UX designer", "I want to become a data scientist")) {
            System.out.println("== cold " + role);
            show(rec.recommend(new RecommendationRequest(
                    LearnerHistory.of(
                            new LearnerKey("x", "y"),
                            new LearnerProfile(
                                    List.of(new LearnerSkill("python", 40, null)), List.of(), role, null, null, 10)),
                    List.of(),
                    6,
                    Set.of(),
                    0.3,
                    true,
                    world.end())));
        }
        System.out.println("== empty");
        show(rec.recommend(new RecommendationRequest(
                LearnerHistory.of(new LearnerKey("x", "y"), LearnerProfile.empty()),
                List.of(),
                6,
                Set.of(),
                0.3,
                true,
                world.end())));
        // latency
        var hs = world.histories();
        for (int rep = 0; rep < 3; rep++) {
            long s = System.nanoTime();
            int n = 500;
            for (int i = 0; i < n; i++)
                rec.recommend(new RecommendationRequest(
                        hs.get(i * 7 % 5000), List.of(), 10, Set.of(), 0.3, true, world.end()));
            System.out.printf("recommend %.2f ms%n", (System.nanoTime() - s) / 1e6 / n);
        }
    }

    static void show(RecommendationList l) {
        System.out.println(l.method() + " " + l.items().size());
        for (var i : l.items())
            System.out.printf(
                    "  %.3f rel %.2f urg %.2f imp %.3f conf %.2f %s [%s] %s (%s %d-%d %dmin) -- %s%n      %s sum %.6f%n",
                    i.overall(),
                    i.relevance(),
                    i.urgency(),
                    i.impact(),
                    i.confidence(),
                    i.type(),
                    i.content().id(),
                    i.content().title(),
                    i.content().skills().get(0).skillId(),
                    i.content().levelFrom(),
                    i.content().levelTo(),
                    i.content().durationMinutes(),
                    i.reasoning(),
                    i.factors().stream()
                            .map(f -> String.format("%s=%.3f", f.name(), f.value()))
                            .toList(),
                    i.factors().stream().mapToDouble(Factor::value).sum());
    }
}
