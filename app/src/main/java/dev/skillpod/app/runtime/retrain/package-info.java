/**
 * Training beside serving. A training is a process of its own: the service writes an order to the database
 * ({@link dev.skillpod.app.runtime.retrain.TrainingSupervisor}) and starts the same program again
 * ({@link dev.skillpod.app.runtime.retrain.TrainingProcess}), of low priority, with one thread and a heap of its own, so that it
 * takes what serving leaves. That process ({@link dev.skillpod.app.runtime.retrain.TrainingWorker}) trains one model after the
 * other, writes each stage to the database, and keeps what it trained.
 *
 * <p>Whoever dies leaves nothing half done. A version appears complete or not at all. When the training process dies, the service
 * marks its job failed. When the service dies, the training process notices at its closed standard input and ends; what could not
 * be marked is marked at the next start. Until a new version is promoted the old one serves.
 */
@NullMarked
package dev.skillpod.app.runtime.retrain;

import org.jspecify.annotations.NullMarked;
