package dev.skillpod.app.http.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a client sent in a header. Tomcat reads headers as ISO 8859-1, so that the bytes can be had back. */
public final class HeaderText {
    private HeaderText() {}

    /** Returns the bytes that were sent. */
    public static byte[] bytes(String header) {
        return header.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the text that the bytes are in UTF-8, or the header as Tomcat read it when they are not UTF-8. */
    public static String utf8(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(header)))
                    .toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }
}
