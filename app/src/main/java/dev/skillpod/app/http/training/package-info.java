/** {@code POST /api/v1/models/retrain} and the trainings it begins: progress, results, cancelling. */
@NullMarked
package dev.skillpod.app.http.training;

import org.jspecify.annotations.NullMarked;
