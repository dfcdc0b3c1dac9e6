/** TODO */
@NullMarked
package dev.skillpod.core.gap.effect;

import org.jspecify.annotations.NullMarked;
