/**
 * Measures of lists, rankings and probabilities, and the bootstrap that gives each its interval; and how groups of people fare
 * under predictions ({@link dev.skillpod.core.evaluation.ImpactRatios}).
 */
@NullMarked
package dev.skillpod.core.evaluation;

import org.jspecify.annotations.NullMarked;
