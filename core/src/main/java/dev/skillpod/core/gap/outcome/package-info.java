/** TODO */
@NullMarked
package dev.skillpod.core.gap.outcome;

import org.jspecify.annotations.NullMarked;
