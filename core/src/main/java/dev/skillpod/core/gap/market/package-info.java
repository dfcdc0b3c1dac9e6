/** What gap analysis sees of the market: job postings by id, the levels they usually ask for, and the demand for skills. */
@NullMarked
package dev.skillpod.core.gap.market;

import org.jspecify.annotations.NullMarked;
