package dev.skillpod.app;

import dev.skillpod.app.command.AuditCommand;
import dev.skillpod.app.command.BenchmarkCommand;
import dev.skillpod.app.command.EvaluateCommand;
import dev.skillpod.app.command.ForecastCommand;
import dev.skillpod.app.command.HelpCommand;
import dev.skillpod.app.command.ImportCommand;
import dev.skillpod.app.command.KeysCommand;
import dev.skillpod.app.command.ModelsCommand;
import dev.skillpod.app.command.OneLineErrors;
import dev.skillpod.app.command.RecommendCommand;
import dev.skillpod.app.command.ScoreCommand;
import dev.skillpod.app.command.ServeCommand;
import dev.skillpod.app.command.TraceCommand;
import dev.skillpod.app.command.TrainCommand;
import dev.skillpod.app.command.TrainJobCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code ./skillpod COMMAND}; none is {@code serve}. Exit code 0, or 2 with one line on standard error. */
@Command(
        name = "skillpod",
        description = "Machine-learning recommendations for learning platforms.",
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            TrainCommand.class,
            TrainJobCommand.class,
            EvaluateCommand.class,
            ModelsCommand.class,
            KeysCommand.class,
            RecommendCommand.class,
            ScoreCommand.class,
            ForecastCommand.class,
            AuditCommand.class,
            TraceCommand.class,
            BenchmarkCommand.class,
            HelpCommand.class
        })
public final class SkillPod {
    private SkillPod() {}

    /** Runs a command and exits, unless it serves. */
    public static void main(String[] args) {
        String[] words = words(args);
        int code = commandLine().execute(words);
        if (code != ServeCommand.KEEP_RUNNING) {
            System.exit(code);
        }
    }

    private static String[] words(String[] args) {
        if (args.length == 0) {
            return new String[] {"serve"};
        }
        return args[0].equals("--help") || args[0].equals("-h") ? new String[] {"help"} : args;
    }

    /** Returns the parser with all commands. */
    public static CommandLine commandLine() {
        var errors = new OneLineErrors();
        return new CommandLine(new SkillPod())
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
