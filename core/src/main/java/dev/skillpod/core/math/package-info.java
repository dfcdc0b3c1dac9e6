/** Numbers in bulk: kernels on the Vector API with scalar twins, solvers, exact vector search. */
@NullMarked
package dev.skillpod.core.math;

import org.jspecify.annotations.NullMarked;
