/**
 * Step five of serving: say why. Contributions of features become one factor per {@link
 * dev.skillpod.core.recommend.feature.FeatureGroup}; the strongest decide the type and the one sentence, which states only
 * facts that can be looked up.
 */
@NullMarked
package dev.skillpod.core.recommend.explanation;

import org.jspecify.annotations.NullMarked;
