/** Step five of serving: keep one skill from filling a list. */
@NullMarked
package dev.skillpod.core.recommend.diversity;

import org.jspecify.annotations.NullMarked;
