/** Health, readiness, the models in service, and the routes of the contract that nothing answers yet. */
@NullMarked
package dev.skillpod.app.http.status;

import org.jspecify.annotations.NullMarked;
