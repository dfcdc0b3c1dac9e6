package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelSpread;

/**
 * How beliefs about learners begin and move.
 *
 * @param index the catalogue
 * @param spread how measurements err and contents keep what they promise
 * @param errors how levels lie around what profiles let expect
 * @param apply what makes learners apply
 * @param success what makes applications succeed
 */
record Beliefs(CatalogIndex index, LevelSpread spread, LevelErrors errors, ApplyWeights apply, SuccessWeights success) {
    Beliefs with(ApplyWeights newApply) {
        return new Beliefs(index, spread, errors, newApply, success);
    }

    Beliefs with(SuccessWeights newSuccess) {
        return new Beliefs(index, spread, errors, apply, newSuccess);
    }
}
