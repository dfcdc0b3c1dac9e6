package dev.skillpod.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A real Redis on a port of its own, which can be hung, woken, killed and started again. */
public final class RealRedis implements AutoCloseable {
    private final int port;
    private Process process;

    /** Starts one. */
    public RealRedis() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** Returns where it is. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Starts it, empty, and waits until it takes connections. */
    public void start() {
        try {
            Path program = ExecutableProvider.newJarResourceProvider().get().toPath();
            Path directory = Files.createTempDirectory("skillpod-redis");
            process = new ProcessBuilder(List.of(
                            program.toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", ""))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            for (int attempt = 0; !answers(); attempt++) {
                if (attempt > 200 || !process.isAlive()) {
                    throw new AssertionError("Redis did not start: " + Files.readString(directory.resolve("log")));
                }
                Thread.sleep(25);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops it in its tracks: connections stay open, nothing is answered. */
    public void hang() {
        signal("STOP");
    }

    /** Lets a hung one go on. */
    public void wake() {
        signal("CONT");
    }

    /** Ends it without a word, as kill -9 does. */
    public void kill() {
        signal("KILL");
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
