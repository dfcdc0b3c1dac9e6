package dev.skillpod.core.path.content;

import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainedModel;

/**
 * What was learnt about paths, independent of any catalogue.
 *
 * @param policy says how good paths go on
 * @param calibration how much to believe the learner model that the policy was trained in
 * @param provenance where it comes from
 */
public record TrainedPathPolicy(PathPolicy policy, PathCalibration calibration, Provenance provenance)
        implements TrainedModel {}
