package dev.skillpod.store;

/**
 * What writing postings did.
 *
 * @param created postings that were not known before
 * @param replaced those that were
 */
public record PostingWrite(int created, int replaced) {}
