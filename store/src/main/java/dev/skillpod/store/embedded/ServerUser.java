package dev.skillpod.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom the server runs. PostgreSQL refuses to run as root; where this JVM is root (a container, as a rule), there are
 * two ways out, both without losing access to files: a user namespace of the server's own, in which root's files belong
 * to nobody in particular, or, where namespaces are not allowed, an unprivileged user who is given the data directory.
 *
 * @param prefix what precedes the command
 * @param userId the user who must own the data directory, or -1 for the one who owns this JVM
 */
record ServerUser(List<String> prefix, int userId) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    /** Finds the way for this process and a data directory, which may not exist yet. */
    static ServerUser forDirectory(Path cluster) throws IOException {
        if (effectiveUser() != ROOT) {
            return new ServerUser(List.of(), -1);
        }
        int owner = Files.exists(cluster) ? owner(cluster) : ROOT;
        if (owner == ROOT && succeeds("unshare", "-U", "true")) {
            return new ServerUser(List.of("unshare", "-U"), -1);
        }
        String id = Integer.toString(owner == ROOT ? NOBODY : owner);
        return new ServerUser(
                List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups"), Integer.parseInt(id));
    }

    /** Gives the directory to the server's user and sees to it that this user can reach it. */
    void own(Path directory) throws IOException {
        if (userId < 0) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", userId, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", userId, LinkOption.NOFOLLOW_LINKS);
            }
        }
        var reach = new ArrayList<>(prefix);
        reach.addAll(List.of("test", "-x", directory.toString()));
        if (!succeeds(reach.toArray(String[]::new))) {
            throw new EmbeddedDatabaseException("PostgreSQL cannot run as root, and user " + userId + " cannot reach "
                    + directory + ": start as an ordinary user or set DATABASE_URL");
        }
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    static boolean isRoot() {
        return effectiveUser() == ROOT;
    }

    private static int owner(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }

    private static int effectiveUser() {
        try {
            Path mine = Files.createTempFile("skillpod-user", null);
            try {
                return owner(mine);
            } finally {
                Files.delete(mine);
            }
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name")) ? ROOT : -1;
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
