package dev.skillpod.app.command;

import dev.skillpod.app.config.Setting;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains the commands and the settings. */
@Command(name = "help", description = "Explain a command, or the settings: help COMMAND, help settings.")
public final class HelpCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TOPIC", arity = "0..1", description = "A command, or settings.")
    private @Nullable String topic;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = java.util.Objects.requireNonNull(spec, "picocli sets it")
                .parent()
                .commandLine();
        if (topic == null) {
            root.usage(System.out);
        } else if (topic.equals("settings")) {
            System.out.print(settings());
        } else if (root.getSubcommands().containsKey(topic)) {
            root.getSubcommands().get(topic).usage(System.out);
        } else {
            throw new IllegalArgumentException("TOPIC must be settings or one of "
                    + root.getSubcommands().keySet().stream().sorted().toList() + ", was '" + topic + "'");
        }
        return 0;
    }

    /** Returns the settings as the README shows them: a Markdown table. */
    public static String settings() {
        var table = new StringBuilder("| setting | default | what it does |\n| --- | --- | --- |\n");
        for (Setting setting : Setting.values()) {
            String fallback = setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`";
            table.append("| `%s` | %s | %s |%n".formatted(setting, fallback, setting.description()));
        }
        return table.toString();
    }
}
