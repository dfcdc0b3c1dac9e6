/** TODO */
@NullMarked
package dev.skillpod.core.gap.pay;

import org.jspecify.annotations.NullMarked;
