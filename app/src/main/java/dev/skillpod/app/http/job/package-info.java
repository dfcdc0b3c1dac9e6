/** {@code POST /api/v1/recommendations/batch} and the jobs it makes: progress, results, cancelling. */
@NullMarked
package dev.skillpod.app.http.job;

import org.jspecify.annotations.NullMarked;
