import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What became of the requests of one route within one phase. Thread-safe. */
final class Cell {
    private long[] nanos = new long[256];
    private int count;
    private int firstRight;
    private int refused;
    private int finallyRight;
    private int empty;
    private long longest;
    private final Map<String, Integer> failures = new TreeMap<>();

    /**
     * Counts a request.
     *
     * @param first nanoseconds from the planned instant to the end of the first answer
     * @param last the same of the last answer
     * @param failure why it failed; empty when it did not
     */
    synchronized void add(long first, long last, boolean rightAtFirst, boolean refusedAtFirst, boolean saidNothing, String failure) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = first;
        longest = Math.max(longest, last);
        firstRight += rightAtFirst ? 1 : 0;
        refused += refusedAtFirst ? 1 : 0;
        empty += saidNothing ? 1 : 0;
        if (failure.isEmpty()) {
            finallyRight++;
        } else {
            failures.merge(failure, 1, Integer::sum);
        }
    }

    synchronized void addTo(Cell sum) {
        synchronized (sum) {
            long[] all = Arrays.copyOf(sum.nanos, sum.count + count);
            System.arraycopy(nanos, 0, all, sum.count, count);
            sum.nanos = all.length == 0 ? new long[1] : all;
            sum.count += count;
            sum.firstRight += firstRight;
            sum.refused += refused;
            sum.finallyRight += finallyRight;
            sum.empty += empty;
            sum.longest = Math.max(sum.longest, longest);
            failures.forEach((why, times) -> sum.failures.merge(why, times, Integer::sum));
        }
    }

    synchronized int count() {
        return count;
    }

    synchronized int refused() {
        return refused;
    }

    synchronized double firstShare() {
        return (double) firstRight / count;
    }

    synchronized double finalShare() {
        return (double) finallyRight / count;
    }

    synchronized String line() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return "%8d %8d %8d %8d %6d %9.2f %9.2f %9.2f %9.2f %10.2f %s".formatted(
                count, count - firstRight, refused, count - finallyRight, empty, Percentiles.millis(sorted, .5), Percentiles.millis(sorted, .99),
                Percentiles.millis(sorted, .999), Percentiles.millis(sorted, 1), longest / 1e6, failures.isEmpty() ? "" : failures);
    }
}
