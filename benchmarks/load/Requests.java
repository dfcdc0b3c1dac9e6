/** The requests of a workload. Not thread-safe. */
interface Requests {
    /** Returns where they go. */
    String path();

    /** Returns how an answer begins that is legal and has nothing to say. */
    String nothing();

    /** Returns the next request's body, which differs from all before. */
    String next();
}
