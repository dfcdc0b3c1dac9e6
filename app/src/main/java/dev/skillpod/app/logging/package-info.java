/** How log lines look: as text, or as a JSON object each ({@link dev.skillpod.app.logging.LineEncoder}). */
@NullMarked
package dev.skillpod.app.logging;

import org.jspecify.annotations.NullMarked;
