package org.desireline.app.source.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a document: UTF-8, or UTF-16 where a byte order mark says so. A byte that is no UTF-8 is read as
 * windows-1252, which old tools write, and counted.
 */
final class LenientText extends Reader {

    private static final char[] WINDOWS_1252 = windows1252();
    private static final int BUFFER = 1 << 16;

    private final Reader utf16;
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean ended;
    private long foreign;

    /** The text of a stream, which its reader closes. */
    LenientText(InputStream raw) throws IOException {
        PushbackInputStream start = new PushbackInputStream(raw, 3);
        byte[] mark = start.readNBytes(3);
        boolean isUtf8 = mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb
                && mark[2] == (byte) 0xbf;
        if (!isUtf8) {
            start.unread(mark);
        }
        boolean isUtf16 = mark.length > 1 && ((mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe)
                || (mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff));
        in = start;
        utf16 = isUtf16 ? new InputStreamReader(start, StandardCharsets.UTF_16) : Reader.nullReader();
        ended = isUtf16;
    }

    private static char[] windows1252() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return new String(all, Charset.forName("windows-1252")).toCharArray();
    }

    /** How many bytes so far were no UTF-8. */
    long foreign() {
        return foreign;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (!chars.hasRemaining() && !decoded()) {
            return utf16.read(into, from, length);
        }
        int n = Math.min(length, chars.remaining());
        chars.get(into, from, n);
        return n;
    }

    /** Decodes what comes next; whether there was anything. */
    private boolean decoded() throws IOException {
        chars.clear();
        while (chars.position() == 0) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                chars.put(WINDOWS_1252[bytes.get() & 0xff]);
                foreign++;
            } else if (result.isUnderflow() && ended) {
                break;
            } else if (result.isUnderflow()) {
                bytes.compact();
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = n < 0;
                bytes.position(bytes.position() + Math.max(0, n)).flip();
            }
        }
        return chars.flip().hasRemaining();
    }

    @Override
    public void close() {
        // Whoever opened the stream closes it.
    }
}
