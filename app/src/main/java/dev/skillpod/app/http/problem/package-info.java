/**
 * Errors as the caller sees them: always {@code application/problem+json} (RFC 9457), with a {@code request_id} and, for
 * what is wrong with the request, {@code errors} that name field, legal range and value found. {@link
 * dev.skillpod.app.http.problem.ProblemAdvice} turns exceptions into problems, {@link
 * dev.skillpod.app.http.problem.ErrorPage} and {@link dev.skillpod.app.http.problem.ProblemErrorValve} do it for what fails
 * before or outside the controllers.
 */
@NullMarked
package dev.skillpod.app.http.problem;

import org.jspecify.annotations.NullMarked;
