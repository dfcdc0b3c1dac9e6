/**
 * Item-based nearest neighbours (Sarwar et al. 2001; Deshpande and Karypis 2004): an item is scored by its likeness to the
 * history's items, where likeness is the cosine of the two items' sets of users, shrunk where few users are behind it.
 *
 * <p>It needs memory for {@code neighbours} numbers per item and never a dense matrix, so it also serves catalogues that are
 * too large for EASE.
 */
@NullMarked
package dev.skillpod.core.recommend.candidate.itemknn;

import org.jspecify.annotations.NullMarked;
