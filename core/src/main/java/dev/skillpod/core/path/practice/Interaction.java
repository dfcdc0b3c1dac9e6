package dev.skillpod.core.path.practice;

/**
 * One item practised, and how the learner answered it afterwards.
 *
 * @param item the item's number
 * @param correct whether the answer was correct
 */
public record Interaction(int item, boolean correct) {}
