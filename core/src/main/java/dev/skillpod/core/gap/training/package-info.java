/** TODO */
@NullMarked
package dev.skillpod.core.gap.training;

import org.jspecify.annotations.NullMarked;
