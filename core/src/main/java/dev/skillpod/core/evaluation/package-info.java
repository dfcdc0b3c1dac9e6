/** Measures of lists, rankings and probabilities, and the bootstrap that gives each its interval. */
@NullMarked
package dev.skillpod.core.evaluation;

import org.jspecify.annotations.NullMarked;
