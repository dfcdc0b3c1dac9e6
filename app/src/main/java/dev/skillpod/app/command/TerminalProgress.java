package dev.skillpod.app.command;

import dev.skillpod.core.model.Progress;

/** Shows progress on standard error: a living line on a terminal, one line per stage when piped. Thread-safe. */
final class TerminalProgress implements Progress {
    private static final long REDRAW_NANOS = 100_000_000;

    private final boolean terminal;
    private String stage = "";
    private long drawn;

    TerminalProgress() {
        var console = System.console();
        terminal = console != null && console.isTerminal();
    }

    @Override
    public synchronized void report(String newStage, long done, long total) {
        boolean changed = !newStage.equals(stage);
        if (!terminal) {
            if (changed) {
                System.err.println(newStage + " ...");
            }
        } else {
            if (changed && !stage.isEmpty()) {
                System.err.println();
            }
            if (changed || System.nanoTime() - drawn > REDRAW_NANOS || done == total) {
                String share = total > 0 ? " " + 100 * done / total + " %" : done > 0 ? " " + done : "";
                System.err.print("\r\u001b[K" + newStage + share);
                drawn = System.nanoTime();
            }
        }
        stage = newStage;
    }

    /** Ends the living line. */
    synchronized void end() {
        if (terminal && !stage.isEmpty()) {
            System.err.println();
        }
    }
}
