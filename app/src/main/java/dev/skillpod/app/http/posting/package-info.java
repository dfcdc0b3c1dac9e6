/** Job postings: what jobs ask for and pay, put in bulk and shown by id. Nothing in them is about a learner. */
@NullMarked
package dev.skillpod.app.http.posting;

import org.jspecify.annotations.NullMarked;
