/** Decision trees: training port, evaluator of LightGBM model text, TreeSHAP. */
@NullMarked
package dev.skillpod.core.tree;

import org.jspecify.annotations.NullMarked;
