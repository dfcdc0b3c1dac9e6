package dev.skillpod.core.math;

/**
 * One result of a search.
 *
 * @param index position of the found row, from 0
 * @param score its score; higher is better
 */
public record Hit(int index, float score) {}
