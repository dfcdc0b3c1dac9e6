/**
 * Learning paths over HTTP: {@code LearningPathController} checks requests, {@code PathPlanning} plans and plans again, {@code
 * PathShelf} keeps what was planned, and {@code PathView} shows it.
 */
@NullMarked
package dev.skillpod.app.http.path;

import org.jspecify.annotations.NullMarked;
