/** Routes of administrators about access: keys and the audit log. */
@NullMarked
package dev.skillpod.app.http.access;

import org.jspecify.annotations.NullMarked;
