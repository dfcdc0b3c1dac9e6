package dev.skillpod.app.endtoend;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** One service with the starter world for all tests of this package, started and trained when first asked for; Spring stops it with the JVM. */
final class StarterService {
    /** The tenant of the simulated learners. */
    static final String TENANT = "default";

    /** A simulated learner with a history of engagements. */
    static final String ACTIVE = "starter-00003";

    private static final StarterService SHARED = new StarterService();

    private final Service service = new Service("starter", true);
    private final Reply firstReady;
    private final Reply firstGenerate;

    private StarterService() {
        long begin = System.nanoTime();
        long cpuBegin = cpuNanos();
        service.start();
        firstReady = service.get("/ready");
        firstGenerate = service.generate(Ask.of(TENANT, "starter-00001"));
        service.awaitReady(Duration.ofMinutes(10));
        System.out.printf(
                "first start: %.1f s, processor time %.1f s%n",
                (System.nanoTime() - begin) / 1e9, (cpuNanos() - cpuBegin) / 1e9);
        // the other kinds of models are trained beside serving
        new Trainings(service).awaitFirst();
    }

    static Service get() {
        return SHARED.service;
    }

    /** Returns what /ready said as soon as HTTP was answered. */
    static Reply firstReady() {
        return SHARED.firstReady;
    }

    /** Returns what generate said as soon as HTTP was answered. */
    static Reply firstGenerate() {
        return SHARED.firstGenerate;
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
