import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Answers by phase and route. Thread-safe. */
final class Tally {
    private record Place(String phase, String route) {}

    private final Map<Place, Cell> cells = new ConcurrentHashMap<>();

    Cell at(String phase, String route) {
        return cells.computeIfAbsent(new Place(phase, route), p -> new Cell());
    }

    Cell total() {
        return sum("", "");
    }

    private Cell sum(String phase, String route) {
        var sum = new Cell();
        cells.forEach((place, cell) -> {
            if ((phase.isEmpty() || place.phase.equals(phase)) && (route.isEmpty() || place.route.equals(route))) {
                cell.addTo(sum);
            }
        });
        return sum;
    }

    void print() {
        System.out.println("""
                latencies in ms, from the planned instant to the first answer; "last" to the last answer of a request that was sent again
                not 1st: the first answer was not the expected one; 503: of these, refused with Retry-After; failed: in the end, too;
                empty: lists and gaps with 200 that hold nothing""");
        System.out.printf(
                "%-26s %-10s %8s %8s %8s %8s %6s %9s %9s %9s %9s %10s%n",
                "phase", "route", "requests", "not 1st", "503", "failed", "empty", "p50", "p99", "p99.9", "max", "last");
        var phases = new TreeMap<String, TreeMap<String, Cell>>();
        cells.forEach((place, cell) -> phases.computeIfAbsent(place.phase, p -> new TreeMap<>()).put(place.route, cell));
        phases.forEach((phase, routes) -> {
            routes.forEach((route, cell) -> print(phase, route, cell));
            print(phase, "all", sum(phase, ""));
        });
        cells.keySet().stream().map(Place::route).distinct().sorted().forEach(route -> print("all", route, sum("", route)));
        print("all", "all", total());
    }

    private static void print(String phase, String route, Cell cell) {
        System.out.printf("%-26s %-10s %s%n", phase, route, cell.line());
    }
}
