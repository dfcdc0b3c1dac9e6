/** Root of the algorithms; see the sub-packages, each of which teaches one step of the two flows. */
@NullMarked
package dev.skillpod.core;

import org.jspecify.annotations.NullMarked;
