/** What {@code ./skillpod evaluate} measures: models beside baselines, on data split before fitting, with intervals. */
@NullMarked
package dev.skillpod.app.evaluation;

import org.jspecify.annotations.NullMarked;
