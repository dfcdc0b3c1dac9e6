/**
 * The web console at {@code /}: files that the module {@code console} built, with the headers that keep a browser from
 * running anything else. What the console shows it asks of the public API, like any other caller.
 */
@NullMarked
package dev.skillpod.app.http.console;

import org.jspecify.annotations.NullMarked;
