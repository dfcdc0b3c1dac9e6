package dev.skillpod.core.recommend.candidate.neighbour;

import java.util.Arrays;

/** Users met while looking for neighbours: an open-addressing map from user to likeness. Not thread-safe. */
final class AlikeUsers {
    private int[] slots;
    private int[] users;
    private int[] places;
    private float[] likeness;
    private int size;

    AlikeUsers(int mostUsers) {
        int capacity = Math.clamp(mostUsers, 16, 1024);
        slots = new int[Integer.highestOneBit(capacity) * 4];
        users = new int[capacity];
        places = new int[capacity];
        likeness = new float[capacity];
    }

    /** Adds to a user's likeness; the place of the first addition is kept. */
    void add(int user, int place, float weight) {
        int slot = find(user);
        if (slots[slot] == 0) {
            if (size == users.length) {
                grow();
                slot = find(user);
            }
            users[size] = user;
            places[size] = place;
            slots[slot] = ++size;
        }
        likeness[slots[slot] - 1] += weight;
    }

    private int find(int user) {
        int slot = user * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(slots.length - 1);
        while (slots[slot] != 0 && users[slots[slot] - 1] != user) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        users = Arrays.copyOf(users, 2 * size);
        places = Arrays.copyOf(places, 2 * size);
        likeness = Arrays.copyOf(likeness, 2 * size);
        slots = new int[2 * slots.length];
        for (int n = 0; n < size; n++) {
            slots[find(users[n])] = n + 1;
        }
    }

    /** Multiplies every likeness by its user's weight. */
    void scale(float[] userWeight) {
        for (int n = 0; n < size; n++) {
            likeness[n] *= userWeight[users[n]];
        }
    }

    /** Returns the likeness of the {@code count}-th most alike user; negative when there are not as many. */
    float threshold(int count) {
        if (size <= count) {
            return -1;
        }
        float[] sorted = Arrays.copyOf(likeness, size);
        Arrays.sort(sorted);
        return sorted[size - count];
    }

    int size() {
        return size;
    }

    int user(int n) {
        return users[n];
    }

    int place(int n) {
        return places[n];
    }

    float likeness(int n) {
        return likeness[n];
    }
}
