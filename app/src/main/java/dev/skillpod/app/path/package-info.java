/** Learning paths from plain files of learners, for {@code ./skillpod benchmark kss} and its evaluation. */
@NullMarked
package dev.skillpod.app.path;

import org.jspecify.annotations.NullMarked;
