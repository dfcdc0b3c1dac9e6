package dev.skillpod.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names of metrics in what is delivered: the documentation, the dashboard, and an answer of /metrics. */
public final class MetricNames {
    private static final Path ROOT = Path.of("..");
    private static final String NAME = "\\b(?:skillpod|http_server|hikaricp|jvm|process|system|tomcat)_[a-z0-9_]+";

    private MetricNames() {}

    /** Returns the names in the table of docs/operations.md. */
    public static Set<String> documented() {
        return found(Pattern.compile("`(" + NAME + ")`"), read("docs/operations.md"));
    }

    /** Returns the families that the dashboard asks for. */
    public static Set<String> asked() {
        return found(Pattern.compile("(" + NAME + ")(?=[{)])"), read("deploy/grafana/skillpod.json")).stream()
                .map(MetricNames::family)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what a panel of the dashboard asks for. */
    public static List<String> expressionsOf(String title) {
        for (JsonNode panel : JsonMapper.shared()
                .readTree(read("deploy/grafana/skillpod.json"))
                .path("panels")) {
            if (panel.path("title").asString().equals(title)) {
                return panel.path("targets").findValuesAsString("expr");
            }
        }
        return List.of();
    }

    /** Returns the families in an answer in Prometheus' text format. */
    public static Set<String> shown(String scrape) {
        return found(Pattern.compile("(?m)^(" + NAME + ")[ {]"), scrape).stream()
                .map(MetricNames::family)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Histograms and summaries show several series of one family. */
    private static String family(String series) {
        return series.replaceAll("_seconds_(bucket|count|sum|gcount|gsum)$", "_seconds");
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
