package dev.skillpod.app.access;

/** Tells whoever started the service the admin key of this start, once. */
@FunctionalInterface
public interface AdminKeyNotice {
    /** Shows the key; it must not reach a log. */
    void show(KeyText key);
}
