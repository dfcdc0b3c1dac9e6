/** Benchmarks of the kernels under JMH, each beside its scalar twin or its native peer; run by benchmarks/jmh/run.sh. */
@NullMarked
package dev.skillpod.benchmarks;

import org.jspecify.annotations.NullMarked;
