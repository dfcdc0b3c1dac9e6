/**
 * The OpenAPI 3.1 document at {@code /v3/api-docs} (and {@code /openapi.json}) and Swagger UI at {@code /docs}. Schemas come
 * from the request and response records, with their constraints ({@link dev.skillpod.app.http.openapi.RecordSchemas});
 * those of many rows in one request from {@link dev.skillpod.app.http.json.BulkMapping}
 * ({@link dev.skillpod.app.http.openapi.BulkBodies}); examples are files named after the operation ({@link dev.skillpod.app.http.openapi.Examples}); the error answers that an
 * operation can give are declared in one place ({@link dev.skillpod.app.http.openapi.ErrorResponses}).
 */
@NullMarked
package dev.skillpod.app.http.openapi;

import org.jspecify.annotations.NullMarked;
