/**
 * Step three of serving: one row of numbers per candidate. {@link dev.skillpod.core.recommend.feature.Feature} names every
 * column once, with the words a learner would use for its {@link dev.skillpod.core.recommend.feature.FeatureGroup}; {@link
 * dev.skillpod.core.recommend.feature.FeatureExtractor} fills the row, in serving and in training alike.
 */
@NullMarked
package dev.skillpod.core.recommend.feature;

import org.jspecify.annotations.NullMarked;
