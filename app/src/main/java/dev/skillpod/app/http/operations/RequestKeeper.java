package dev.skillpod.app.http.operations;

/** Is told of every request when it is answered, on its thread. Thread-safe, cheap; does not throw. */
@FunctionalInterface
interface RequestKeeper {
    void keep(AnsweredRequest request);
}
