package dev.skillpod.store;

/**
 * What a job brought forth for one user.
 *
 * @param position the user's place in the request, from 0
 * @param userId the user
 * @param json the result as JSON text, kept to the letter
 */
public record JobResult(int position, String userId, String json) {}
