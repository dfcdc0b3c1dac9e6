/** How the service is set up: {@link dev.skillpod.app.config.Setting} names every environment variable once. */
@NullMarked
package dev.skillpod.app.config;

import org.jspecify.annotations.NullMarked;
