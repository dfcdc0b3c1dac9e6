import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A kept-alive HTTP/1.1 connection; just enough of the protocol, to leave the processor to the service. */
final class Connection implements AutoCloseable {
    /** How long an answer may be silent, unless somebody has more patience. */
    static final int READ_TIMEOUT_MILLIS = 10_000;

    /**
     * An answer.
     *
     * @param last whether the server closes the connection after it
     * @param retryAfter the seconds of Retry-After; -1 without one
     */
    record Answer(int status, byte[] body, boolean last, int retryAfter) {}

    private final Socket socket = new Socket();
    private final String host;
    private final InputStream in;
    private final OutputStream out;

    Connection(URI target) throws IOException {
        this(target, READ_TIMEOUT_MILLIS);
    }

    Connection(URI target, int timeoutMillis) throws IOException {
        int port = target.getPort() < 0 ? 80 : target.getPort();
        host = target.getHost() + ":" + port;
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setSoTimeout(timeoutMillis);
        socket.connect(new InetSocketAddress(target.getHost(), port), timeoutMillis);
        in = new BufferedInputStream(socket.getInputStream(), 32_768);
        out = socket.getOutputStream();
    }

    /** Sends a request without a key. */
    Answer exchange(String method, String path, byte[] body) throws IOException {
        return exchange(method, path, "", body);
    }

    /** Sends a request with a key (empty for none) and reads the whole answer. */
    Answer exchange(String method, String path, String key, byte[] body) throws IOException {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: " + host
                        + (key.isEmpty() ? "" : "\r\nAuthorization: Bearer " + key)
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        out.write(request);
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean last = false;
        int retryAfter = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase();
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                length = -1;
            } else if (header.equals("connection: close")) {
                last = true;
            } else if (header.startsWith("retry-after:")) {
                retryAfter = Integer.parseInt(header.substring(12).strip());
            }
        }
        return new Answer(status, length < 0 ? chunks() : exactly(length), last, retryAfter);
    }

    private byte[] chunks() throws IOException {
        byte[] body = {};
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            byte[] chunk = exactly(size);
            int old = body.length;
            body = Arrays.copyOf(body, old + size);
            System.arraycopy(chunk, 0, body, old, size);
            line();
        }
        line();
        return body;
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the connection ended within a body");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
