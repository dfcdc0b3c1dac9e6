/**
 * What the HTTP layer needs of the rest of the service, as a handful of ports ({@link
 * dev.skillpod.app.serving.CatalogSource}, {@link dev.skillpod.app.serving.CatalogWriter}, {@link
 * dev.skillpod.app.serving.LearnerDirectory}, {@link dev.skillpod.app.serving.EventSink}, {@link
 * dev.skillpod.app.serving.RecommendationLog}, {@link dev.skillpod.app.serving.JobLog}, {@link
 * dev.skillpod.app.serving.ModelStatus}), and what happens between a request and the recommender: names become skill ids
 * ({@link dev.skillpod.app.serving.SkillMatcher}), the request's profile is laid over the stored one ({@link
 * dev.skillpod.app.serving.LearnerContext}), and the list that was answered is kept ({@link
 * dev.skillpod.app.serving.RecommendationService}).
 *
 * <p>A port that cannot reach its store throws {@link dev.skillpod.app.serving.StoreUnavailableException}, which is
 * answered with 503.
 */
@NullMarked
package dev.skillpod.app.serving;

import org.jspecify.annotations.NullMarked;
