package dev.skillpod.app.runtime;

import dev.skillpod.store.TrainingJob;
import dev.skillpod.store.TrainingOrder;
import java.util.stream.Collectors;

/** A model is being trained already, by whichever process; the message names that training. */
public final class TrainingUnderWayException extends RuntimeException {
    TrainingUnderWayException(TrainingOrder wanted, TrainingJob inTheWay) {
        super(inTheWay.order().models().stream()
                        .filter(wanted.models()::contains)
                        .collect(Collectors.joining(", "))
                + " is being trained already: training " + inTheWay.id() + ", asked for by "
                + inTheWay.order().requestedBy() + " at " + inTheWay.createdAt()
                + "; wait for it, or cancel it with DELETE /api/v1/models/retrain/" + inTheWay.id());
    }
}
