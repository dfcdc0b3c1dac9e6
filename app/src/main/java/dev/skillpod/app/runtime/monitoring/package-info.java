/**
 * Looks after the models in service: drift of features in this process, freshness of the data and calibration of served lists in the
 * database, every few minutes and never while somebody waits. docs/training.md defines the numbers.
 */
@NullMarked
package dev.skillpod.app.runtime.monitoring;

import org.jspecify.annotations.NullMarked;
