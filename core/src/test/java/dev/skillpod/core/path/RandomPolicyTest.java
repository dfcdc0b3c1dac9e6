package dev.skillpod.core.path;

import dev.skillpod.core.path.practice.PracticeObservation;

class RandomPolicyTest extends PolicyConformance {
    @Override
    protected Policy<PracticeObservation> policy() {
        return new RandomPolicy<>();
    }
}
