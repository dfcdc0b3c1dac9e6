package dev.skillpod.core.recommend.candidate.itemitem;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.ease.EaseTrainer;
import dev.skillpod.core.recommend.candidate.itemknn.ItemKnnTrainer;
import dev.skillpod.core.recommend.candidate.transition.TransitionTrainer;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.InteractionLog;

/** Fits serving's item-item models to sequences of engagement. Stateless between fits, hence thread-safe. */
public final class ItemItemTrainer {
    private final ItemItemConfig config;

    /** Makes a trainer. */
    public ItemItemTrainer(ItemItemConfig config) {
        this.config = config;
    }

    /** Fits what goes together: EASE where the catalogue is small enough, else item-kNN. */
    public ItemWeights fitTogether(InteractionLog log, TrainingRun run) {
        if (log.items() == 0) {
            return ItemWeights.none(0);
        }
        boolean ease = log.items() <= config.mostEaseItems();
        HistoryScorer model = ease
                ? new EaseTrainer(config.ease()).fit(log, run)
                : new ItemKnnTrainer(config.itemKnn()).fit(log, run);
        double recency = ease ? config.ease().recency() : config.itemKnn().recency();
        return ItemWeights.strongest(model, config.strongest(), recency);
    }

    /** Fits what comes next. */
    public ItemWeights fitNext(InteractionLog log, TrainingRun run) {
        return log.items() == 0
                ? ItemWeights.none(0)
                : ItemWeights.strongest(
                        new TransitionTrainer(config.transitions()).fit(log, run),
                        config.strongest(),
                        config.transitions().recency());
    }
}
