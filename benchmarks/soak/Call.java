/**
 * A request of the mix.
 *
 * @param route what it is counted under
 * @param key empty for none
 * @param right the status that is expected
 * @param stored whether only PostgreSQL can answer it, so that 503 with Retry-After is to be heeded while that is away
 * @param batch the number of its batch of events; -1 for others
 */
record Call(String route, String method, String path, String key, byte[] body, int right, boolean stored, int batch) {
    Call(String route, String method, String path, String key, byte[] body, int right) {
        this(route, method, path, key, body, right, false, -1);
    }
}
