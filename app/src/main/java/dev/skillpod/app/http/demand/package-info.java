/** How much skills are asked for, month by month, on its way in. */
@NullMarked
package dev.skillpod.app.http.demand;

import org.jspecify.annotations.NullMarked;
