package dev.skillpod.app.endtoend;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;

/**
 * What this process holds after a garbage collection.
 *
 * @param heap bytes of objects that are in use, without {@code cached}
 * @param cached bytes of answers and vectors in the cache, which has a bound of its own
 * @param direct bytes of buffers outside of the heap
 * @param metaspace bytes of classes and compiled code
 * @param threads live platform threads
 * @param classes loaded classes
 * @param descriptors open files and sockets
 * @param series lines of {@code GET /metrics}
 */
record Footprint(
        long heap, long cached, long direct, long metaspace, int threads, int classes, long descriptors, long series) {
    /** Collects garbage until that frees nothing worth mentioning any more, and looks. */
    static Footprint of(Service service) {
        String metrics = service.get("/metrics").body();
        long cached = (long) metrics.lines()
                .filter(line -> line.startsWith("skillpod_cache_bytes"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
        long heap = collected();
        for (int i = 0; i < 8; i++) {
            Load.sleep(Duration.ofMillis(300)); // references are cleared and caches trimmed by other threads
            long now = collected();
            boolean settled = heap - now < 1 << 18;
            heap = Math.min(heap, now);
            if (settled) {
                break;
            }
        }
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Footprint(
                heap - cached,
                cached,
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum(),
                ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                system.getOpenFileDescriptorCount(),
                metrics.lines().count());
    }

    private static long collected() {
        System.gc();
        MemoryUsage usage = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return usage.getUsed();
    }

    @Override
    public String toString() {
        return "heap %.1f MiB and %.1f MiB of cache, direct %.1f MiB, outside of the heap %.1f MiB, %d threads, %d classes, %d descriptors, %d series"
                .formatted(
                        heap / 1048576.0,
                        cached / 1048576.0,
                        direct / 1048576.0,
                        metaspace / 1048576.0,
                        threads,
                        classes,
                        descriptors,
                        series);
    }
}
