package dev.skillpod.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.SkillPod;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import picocli.CommandLine;

/** What a command did: its exit code, and what it printed on standard output and on standard error. */
record Ran(int code, String out, String err) {
    static Ran of(String... words) {
        return of(SkillPod.commandLine(), words);
    }

    static Ran of(CommandLine command, String... words) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
        try {
            int code = command.execute(words);
            return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    /** Checks for exit code 2 and one line on standard error, and returns it. */
    String failure() {
        assertThat(code).as(err).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).startsWith("skillpod: ").endsWith("\n");
        assertThat(err.strip()).doesNotContain("\n");
        return err.strip();
    }
}
