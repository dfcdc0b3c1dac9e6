/** Learners: what a request says of one ({@code user_context}), and the stored profiles. */
@NullMarked
package dev.skillpod.app.http.learner;

import org.jspecify.annotations.NullMarked;
