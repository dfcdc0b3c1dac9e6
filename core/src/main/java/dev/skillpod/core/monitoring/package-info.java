/**
 * Watches whether what is served still looks like what was trained on. While training, a
 * {@link dev.skillpod.core.monitoring.FeatureSnapshot} is taken: the {@link dev.skillpod.core.monitoring.Distribution} of each feature
 * over the rows that the new model ranks for the newest lists of the log. While serving, a
 * {@link dev.skillpod.core.monitoring.FeatureWindow} counts the rows of the last day into the same bins. How far the two are
 * apart is the population stability index, read as a {@link dev.skillpod.core.monitoring.DriftState}.
 *
 * <p>Both sides come out of the same code with the same model, so that a difference is one of learners, contents and time, and not of
 * the way in which lists are made.
 */
@NullMarked
package dev.skillpod.core.monitoring;

import org.jspecify.annotations.NullMarked;
