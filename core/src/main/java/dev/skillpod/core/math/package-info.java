/**
 * Numbers in bulk: kernels on the Vector API with scalar twins, solvers, sparse matrices and exact vector search.
 *
 * <p>Three layers, from the bottom up:
 *
 * <ol>
 *   <li>{@link dev.skillpod.core.math.FloatKernels} and, for decision trees, {@link dev.skillpod.core.math.LeafKernels} are
 *       the only doors to the CPU's vector instructions. Every kernel exists twice: {@link
 *       dev.skillpod.core.math.ScalarFloatKernels} says in plain loops what is meant and {@link
 *       dev.skillpod.core.math.SimdFloatKernels} does it fast. The incubating module is touched nowhere else, so that
 *       its end is one class's problem, and a JVM started without it still works.
 *   <li>{@link dev.skillpod.core.math.Panels} is the layout the matrix kernels share;
 *       {@link dev.skillpod.core.math.Cholesky} and the ALS trainer stand on it.
 *   <li>{@link dev.skillpod.core.math.SparseMatrix}, {@link dev.skillpod.core.math.VectorIndex} and
 *       {@link dev.skillpod.core.math.TopK} are what the algorithms use.
 * </ol>
 *
 * <p>Determinism: a kernel gives the same bits on any thread; SIMD and scalar differ in the last digits, because sums are
 * taken in another order, except for {@link dev.skillpod.core.math.LeafKernels}, which keep the order of the trees.
 */
@NullMarked
package dev.skillpod.core.math;

import org.jspecify.annotations.NullMarked;
