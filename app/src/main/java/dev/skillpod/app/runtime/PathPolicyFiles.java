package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.content.PathCalibration;
import dev.skillpod.core.path.content.PathPolicy;
import dev.skillpod.core.path.content.PathPolicyConfig;
import dev.skillpod.core.path.content.PathTraining;
import dev.skillpod.core.path.content.TooFewLearnersException;
import dev.skillpod.core.path.content.TrainedPathPolicy;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.util.ArrayList;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A trained path policy as files, and back. */
public final class PathPolicyFiles {
    /** The name under which versions are kept. */
    public static final String MODEL = "path-policy";

    private static final String FILE = "path-policy.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PathPolicyFiles() {}

    /** The whole file. */
    record Content(String kind, int[] sizes, float[] parameters, PathCalibration calibration) {}

    /**
     * Trains a policy in the learner model of the sources' recommender.
     *
     * @throws TooFewLearnersException when none answers, or there is too little to train on
     */
    static TrainedPathPolicy train(TrainingSources sources, TrainingRun run) {
        var recommender =
                sources.recommender().orElseThrow(() -> new TooFewLearnersException("a recommender must answer first"));
        var learners = new ArrayList<LearnerHistory>();
        sources.log().forEachLearner(learners::add);
        return new PathTraining(new LightGbmTrainer(), PathPolicyConfig.defaults())
                .fit(
                        learners,
                        sources.index(),
                        recommender.trained(),
                        recommender.stored().version(),
                        run);
    }

    /** Returns the files of a trained policy, by name. */
    public static Map<String, byte[]> write(TrainedPathPolicy trained) {
        return Map.of(
                FILE,
                MAPPER.writeValueAsBytes(new Content(
                        PathPolicy.NAME,
                        trained.policy().sizes(),
                        trained.policy().parameters(),
                        trained.calibration())));
    }

    /**
     * Reads a trained policy from its files.
     *
     * @throws IllegalArgumentException when a file is missing or does not hold what it should
     */
    public static TrainedPathPolicy read(Map<String, byte[]> files, Provenance provenance) {
        byte[] bytes = files.get(FILE);
        if (bytes == null) {
            throw new IllegalArgumentException(FILE + " is missing");
        }
        try {
            Content content = MAPPER.readValue(bytes, Content.class);
            if (content == null || !PathPolicy.NAME.equals(content.kind())) {
                throw new IllegalArgumentException("kind must be " + PathPolicy.NAME);
            }
            return new TrainedPathPolicy(
                    new PathPolicy(content.sizes(), content.parameters()), content.calibration(), provenance);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(FILE + " does not hold a path policy: " + e.getMessage(), e);
        }
    }
}
