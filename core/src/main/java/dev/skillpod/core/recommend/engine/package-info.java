/** The steps of serving put together behind {@link dev.skillpod.core.recommend.Recommender}. */
@NullMarked
package dev.skillpod.core.recommend.engine;

import org.jspecify.annotations.NullMarked;
