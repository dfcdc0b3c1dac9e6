package dev.skillpod.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A way to a Redis on this machine, which holds back the answer to the first SCAN until it is let go. */
final class HeldLink implements AutoCloseable {
    private final int redisPort;
    private final ServerSocket entrance;
    private final CountDownLatch scanning = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    HeldLink(String redisUrl) {
        this.redisPort = URI.create(redisUrl).getPort();
        try {
            this.entrance = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::connect);
    }

    String url() {
        return "redis://127.0.0.1:" + entrance.getLocalPort();
    }

    /** Waits until Redis has answered the first SCAN. */
    void awaitHeld() throws InterruptedException {
        if (!held.await(15, TimeUnit.SECONDS)) {
            throw new AssertionError("no SCAN came");
        }
    }

    void letGo() {
        letGo.countDown();
    }

    private void connect() {
        try {
            while (true) {
                Socket near = entrance.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), redisPort);
                Thread.startVirtualThread(() -> pump(near, far, this::asked));
                Thread.startVirtualThread(() -> pump(far, near, this::answered));
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** Sees what passes before it does. */
    @FunctionalInterface
    private interface Watch {
        void passes(String bytes) throws InterruptedException;
    }

    private static void pump(Socket from, Socket to, Watch watch) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            int length;
            while ((length = from.getInputStream().read(buffer)) > 0) {
                watch.passes(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
                to.getOutputStream().write(buffer, 0, length);
            }
        } catch (IOException | InterruptedException e) {
            // one of the two has gone
        }
    }

    private void asked(String bytes) {
        if (bytes.contains("SCAN")) {
            scanning.countDown();
        }
    }

    private void answered(String bytes) throws InterruptedException {
        if (scanning.getCount() == 0) {
            held.countDown();
            letGo.await();
        }
    }

    @Override
    public void close() throws IOException {
        letGo();
        entrance.close();
    }
}
