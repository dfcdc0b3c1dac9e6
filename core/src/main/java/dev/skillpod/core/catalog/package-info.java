/**
 * What can be learnt and what it is good for: skills, what they require of each other, roles and the levels they ask
 * for, and the contents that teach them.
 *
 * <p>A {@link dev.skillpod.core.catalog.Catalog} is an immutable snapshot in which everything also has a dense index, so
 * that models can use arrays. Levels are whole or real numbers in [0, 100]; weights and importances lie in [0, 1].
 */
@NullMarked
package dev.skillpod.core.catalog;

import org.jspecify.annotations.NullMarked;
