package dev.skillpod.benchmarks;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLogBuilder;
import dev.skillpod.core.tracing.stack.StackConfig;
import dev.skillpod.core.tracing.stack.StackedTrace;
import dev.skillpod.core.tracing.stack.StackedTracer;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One event of mastery tracing: an answer is told, the next question foretold and a mastery read. JMH prints percentiles. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TracingUpdate {
    private static final int ITEMS = 2000;
    private static final int SKILLS = 120;

    /** Answers of the learner so far, each on another item while there are any. */
    @Param({"30", "1000"})
    private int answers;

    private StackedTrace trace;
    private int next;

    /** Fits the default settings to 600 simulated learners, the number of trees that real data gets. */
    public TracingUpdate() {
        var random = new Random(1);
        var builder = new ResponseLogBuilder();
        for (int learner = 0; learner < 600; learner++) {
            double ability = random.nextGaussian();
            for (int t = 0; t < 60; t++) {
                int item = random.nextInt(ITEMS);
                double odds = ability + (item % 7 - 3) * 0.5;
                builder.add(learner, Question.of(item, item % SKILLS), random.nextDouble() < 1 / (1 + Math.exp(-odds)));
            }
        }
        trace = new StackedTracer(StackConfig.defaults(), Optional.of(new LightGbmTrainer()))
                .fit(builder.build("synthetic"), TrainingRun.of(1, 2))
                .newLearner();
    }

    /** Tells the answers so far. */
    @Setup
    public void answer() {
        for (int t = 0; t < answers; t++) {
            trace = trace.after(Question.of(t % ITEMS, t % SKILLS), t % 3 > 0);
        }
    }

    /** Tells an answer, foretells the next and reads a mastery. */
    @Benchmark
    public double oneEvent() {
        next = (next + 1) % ITEMS;
        Question question = Question.of(next, next % SKILLS);
        StackedTrace after = trace.after(question, next % 3 > 0);
        return after.predict(Question.of(next + 1, (next + 1) % SKILLS))
                + after.mastery(next % SKILLS, Question.NO_TIME).probability();
    }
}
