/**
 * What is known of contents and skills from everybody's behaviour, as of an instant: {@link
 * dev.skillpod.core.recommend.statistics.ContentStatistics} from the event log and {@link
 * dev.skillpod.core.recommend.statistics.MarketDemand} from the demand history.
 *
 * <p>Timelines give the state at any past instant, so that training never sees the future.
 */
@NullMarked
package dev.skillpod.core.recommend.statistics;

import org.jspecify.annotations.NullMarked;
