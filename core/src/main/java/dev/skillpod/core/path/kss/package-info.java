/**
 * KSS, the simulated learner that papers on learning paths report on (EduSim, environment KSS, as released; Liu et al. 2019,
 * "Exploiting Cognitive Structure for Adaptive Learning", KDD).
 *
 * <p>Ten concepts and their prerequisites; a learner has a hidden ability in each, learns from an item only when it is near the
 * last one accepted, and learns little while prerequisites are missing. {@link dev.skillpod.core.path.kss.KssDynamics} is the
 * simulator, {@link dev.skillpod.core.path.kss.KssGraph} what follows from the prerequisites alone.
 */
@NullMarked
package dev.skillpod.core.path.kss;

import org.jspecify.annotations.NullMarked;
