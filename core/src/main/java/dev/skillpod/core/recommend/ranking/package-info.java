/**
 * Step four of serving: order the candidates by a LightGBM LambdaRank model ({@link
 * dev.skillpod.core.recommend.ranking.ContentRanker}), and say of each how probable a useful engagement is and how sure
 * that is ({@link dev.skillpod.core.recommend.ranking.RelevanceModel}).
 */
@NullMarked
package dev.skillpod.core.recommend.ranking;

import org.jspecify.annotations.NullMarked;
