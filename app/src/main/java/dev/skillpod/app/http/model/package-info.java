/** The models in service, their versions, and how the one that answers is changed. Only administrators may change it. */
@NullMarked
package dev.skillpod.app.http.model;

import org.jspecify.annotations.NullMarked;
