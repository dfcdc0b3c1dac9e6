package dev.skillpod.store;

import java.time.Instant;

/**
 * Whether PostgreSQL answers, as the latest statements found it.
 *
 * @param answers whether it does
 * @param since when it came to be so
 */
public record DatabaseHealth(boolean answers, Instant since) {}
