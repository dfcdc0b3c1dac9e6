/** What is being done to the service now. Thread-safe. */
final class Phases {
    static final String QUIET = "quiet";
    static final String TRAINING = "training";

    private volatile String fault = "";
    private volatile boolean training;

    /** A fault that is under way goes before a training. */
    String now() {
        if (!fault.isEmpty()) {
            return fault;
        }
        return training ? TRAINING : QUIET;
    }

    void begin(String fault) {
        this.fault = fault;
    }

    void end() {
        fault = "";
    }

    void training(boolean now) {
        training = now;
    }
}
