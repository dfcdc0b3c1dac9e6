/** One class per command of {@code ./skillpod}; cli.md of the project's brief fixes the formats. */
@NullMarked
package dev.skillpod.app.command;

import org.jspecify.annotations.NullMarked;
