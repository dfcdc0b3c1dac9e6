package dev.skillpod.store;

/**
 * What writing points of demand did.
 *
 * @param created months of a skill and region that were not known before
 * @param replaced those that were
 */
public record DemandWrite(int created, int replaced) {}
