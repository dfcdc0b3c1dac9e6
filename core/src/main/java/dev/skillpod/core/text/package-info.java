/** Text as vectors: the port behind which the embedding model lives. */
@NullMarked
package dev.skillpod.core.text;

import org.jspecify.annotations.NullMarked;
