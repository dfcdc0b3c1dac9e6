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
    private final Duration firstStart;
    private final Duration firstStartCpu;

    private StarterService() {
        long begin = System.nanoTime();
        long cpuBegin = cpuNanos();
        service.start();
        firstReady = service.get("/ready");
        firstGenerate = service.generate(Ask.of(TENANT, "starter-00001"));
        service.awaitReady(Duration.ofMinutes(10));
        firstStart = Duration.ofNanos(System.nanoTime() - begin);
        firstStartCpu = Duration.ofNanos(cpuNanos() - cpuBegin);
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

    /** Returns how long the first start took, loading and training included. */
    static Duration firstStart() {
        return SHARED.firstStart;
    }

    /** Returns how much processor time of this process the first start took; PostgreSQL's is not in it. */
    static Duration firstStartCpu() {
        return SHARED.firstStartCpu;
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
