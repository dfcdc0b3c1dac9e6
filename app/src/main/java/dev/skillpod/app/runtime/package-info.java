/** The running service behind its HTTP face: models bound to the catalogue, ports bound to the stores. */
@NullMarked
package dev.skillpod.app.runtime;

import org.jspecify.annotations.NullMarked;
