package dev.skillpod.core.trend.market;

class TopDownByPastTest extends ReconciliationConformance {
    @Override
    Reconciliation reconciliation() {
        return TopDown.byPast(12);
    }

    @Override
    boolean keepsWhatAddsUp() {
        return false;
    }
}
