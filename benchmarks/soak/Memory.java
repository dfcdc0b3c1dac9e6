import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the service's process holds: heap after a full collection, resident memory, threads, open files.
 *
 * <p>Flat is judged over the samples of the last two thirds, because caches fill and code is compiled at first. The slope is the
 * median of the slopes between all pairs of samples (Theil 1950, Sen 1968), which one odd sample does not move; slope times span is
 * the growth, and it may be at most a share of the median or an absolute amount, whichever is more.
 */
final class Memory {
    /** Below this there is too little to judge. */
    static final int LEAST_MINUTES = 10;

    private record Sample(double minute, double heap, double resident, double threads, double files) {}

    private final ProcessHandle service;
    private final Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private final List<Sample> samples = new ArrayList<>();

    Memory(ProcessHandle service) {
        this.service = service;
    }

    void sample(double minute) throws IOException, InterruptedException {
        Path proc = Path.of("/proc", String.valueOf(service.pid()));
        double files;
        try (var open = Files.list(proc.resolve("fd"))) {
            files = open.count();
        }
        String status = Files.readString(proc.resolve("status"));
        jcmd("GC.run");
        double heap = number("used (\\d+)K", jcmd("GC.heap_info")) / 1024;
        samples.add(new Sample(minute, heap, number("VmRSS:\\s+(\\d+)", status) / 1024, number("Threads:\\s+(\\d+)", status), files));
    }

    /** Prints all samples and slopes; returns whether all is flat, or true when the time was too short to tell. */
    boolean flat(int minutes) {
        System.out.println("minute   heap after collection MiB   resident MiB   threads   open files");
        for (Sample s : samples) {
            System.out.printf("%6.1f %27.1f %14.1f %9.0f %12.0f%n", s.minute, s.heap, s.resident, s.threads, s.files);
        }
        boolean judged = minutes >= LEAST_MINUTES;
        List<Sample> late = samples.stream().filter(s -> s.minute >= minutes / 3.0).toList();
        if (!judged || late.size() < 3) {
            System.out.println("memory: not judged, as the run was shorter than " + LEAST_MINUTES + " minutes");
            return true;
        }
        return judge("heap after collection", "MiB", late, Sample::heap, .1, 16)
                & judge("resident memory", "MiB", late, Sample::resident, .1, 64)
                & judge("threads", "", late, Sample::threads, .1, 10)
                & judge("open files", "", late, Sample::files, .1, 20);
    }

    private static boolean judge(String what, String unit, List<Sample> late, ToDoubleFunction<Sample> value, double share, double amount) {
        double[] slopes = new double[late.size() * (late.size() - 1) / 2];
        int n = 0;
        for (int i = 0; i < late.size(); i++) {
            for (int j = 0; j < i; j++) {
                slopes[n++] = (value.applyAsDouble(late.get(i)) - value.applyAsDouble(late.get(j))) / (late.get(i).minute - late.get(j).minute);
            }
        }
        double slope = median(slopes);
        double growth = slope * (late.getLast().minute - late.getFirst().minute);
        double most = Math.max(amount, share * median(late.stream().mapToDouble(value).toArray()));
        System.out.printf("%s: %+.3f %s a minute over minutes %.0f to %.0f, a growth of %+.1f (at most %.1f): %s%n", what, slope, unit,
                late.getFirst().minute, late.getLast().minute, growth, most, growth <= most ? "flat" : "NOT FLAT");
        return growth <= most;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[values.length / 2] + values[(values.length - 1) / 2]) / 2;
    }

    private static double number(String pattern, String text) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IOException("no " + pattern + " in " + text);
        }
        return Double.parseDouble(found.group(1));
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(service.pid()), command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + text);
        }
        return text;
    }
}
