package dev.skillpod.starter;

import dev.skillpod.core.activity.LearningStyle;

/**
 * What does not change about a simulated learner. Only a part of it shows in the profile.
 *
 * @param index position in the world, from 0
 * @param userId the learner's id
 * @param background index of the role the learner comes from
 * @param target index of the role worked towards
 * @param seniority experience in the background role, in [0, 1]
 * @param motivation standard normal; raises engagement
 * @param speed learning speed, around 1
 * @param drive the unobserved confounder z, standard normal
 * @param style the preferred way of learning
 * @param taste liking of each content type, by ordinal, around 0
 * @param weeklyHours hours a week for learning
 * @param joinedAt second of registration
 * @param visitsPerDay how often lists are asked for by a new learner
 * @param searchesPerDay how often jobs are looked for; 0 for who does not look
 * @param importance importance of each skill to the learner's true goal, in [0, 1]
 * @param want how attractive each skill is to the learner, in [0, 1]: importance and side interests
 * @param goalLevel the level wanted of each skill
 * @param usedAtWork whether a skill is used daily, and so not forgotten
 */
record LearnerTraits(
        int index,
        String userId,
        int background,
        int target,
        double seniority,
        double motivation,
        double speed,
        double drive,
        LearningStyle style,
        double[] taste,
        int weeklyHours,
        long joinedAt,
        double visitsPerDay,
        double searchesPerDay,
        float[] importance,
        float[] want,
        float[] goalLevel,
        boolean[] usedAtWork) {}
