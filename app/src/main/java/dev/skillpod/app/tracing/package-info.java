/** Files of responses, for {@code ./skillpod trace} and its evaluation. */
@NullMarked
package dev.skillpod.app.tracing;

import org.jspecify.annotations.NullMarked;
