package dev.skillpod.app.command;

import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns every failure into exit code 2 and one line on standard error. {@code SKILLPOD_TRACE=1} adds the stack trace. */
public final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final int FAILED = 2;

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        print(exception instanceof UnmatchedArgumentException unmatched ? named(unmatched) : exception);
        return FAILED;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        print(exception);
        return FAILED;
    }

    /** Names the legal commands where a word is none of them. */
    private static Throwable named(UnmatchedArgumentException exception) {
        CommandLine command = exception.getCommandLine();
        if (command.getSubcommands().isEmpty()) {
            return exception;
        }
        String legal = String.join(", ", new TreeSet<>(command.getSubcommands().keySet()));
        return new IllegalArgumentException("COMMAND must be one of " + legal + ", was '"
                + exception.getUnmatched().getFirst() + "'");
    }

    /** Prints the one line. */
    static void print(Throwable exception) {
        String message = exception.getMessage() == null ? exception.toString() : exception.getMessage();
        System.err.println("skillpod: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        if ("1".equals(System.getenv("SKILLPOD_TRACE"))) {
            exception.printStackTrace();
        }
    }
}
