/**
 * Paths without a simulator: how learners answer is learnt from logs, and plans are made in what was learnt.
 *
 * <p>A {@link dev.skillpod.core.path.learnt.PracticeLog} is what a platform records: who was asked what, the answers, and an exam at the end.
 * {@link dev.skillpod.core.path.learnt.AnswerModelTrainer} fits an {@link dev.skillpod.core.path.learnt.AnswerModel} to them, a recurrent
 * network that predicts the next answer and the exam (deep knowledge tracing; Piech et al. 2015). {@link
 * dev.skillpod.core.path.learnt.LearntValueTrainer} plays episodes inside the model to learn what its states are worth, and {@link
 * dev.skillpod.core.path.learnt.LearntPolicy} looks ahead in it. Nothing here knows prerequisites, abilities or formulas; which items
 * may be chosen comes with the observation.
 */
@NullMarked
package dev.skillpod.core.path.learnt;

import org.jspecify.annotations.NullMarked;
