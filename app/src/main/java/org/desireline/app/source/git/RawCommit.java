package org.desireline.app.source.git;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a commit out of the bytes that git keeps of it, as {@code git log} does: the last header of a name counts,
 * a message ends at its first zero byte, and a broken author is read as far as it goes.
 *
 * @param parents names of the parents
 * @param author who wrote it
 * @param committer who committed it
 * @param message subject, body and trailers
 */
record RawCommit(List<String> parents, GitIdent author, GitIdent committer, String message) {

    RawCommit {
        parents = List.copyOf(parents);
    }

    /** Reads a commit. */
    static RawCommit of(byte[] bytes) {
        List<String> parents = new ArrayList<>();
        int[] author = {0, 0};
        int[] committer = {0, 0};
        String encoding = "";
        int at = 0;
        while (at < bytes.length && bytes[at] != '\n') {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (starts(bytes, at, end, "parent ")) {
                parents.add(new String(bytes, at + 7, end - at - 7, StandardCharsets.US_ASCII));
            } else if (starts(bytes, at, end, "author ")) {
                author = new int[] {at + 7, end};
            } else if (starts(bytes, at, end, "committer ")) {
                committer = new int[] {at + 10, end};
            } else if (starts(bytes, at, end, "encoding ") && encoding.isEmpty()) {
                encoding = new String(bytes, at + 9, end - at - 9, StandardCharsets.US_ASCII);
            }
            at = end + 1;
        }
        int from = Math.min(bytes.length, at + 1);
        int to = from;
        while (to < bytes.length && bytes[to] != 0) {
            to++;
        }
        return new RawCommit(parents, ident(bytes, author[0], author[1], encoding),
                ident(bytes, committer[0], committer[1], encoding), text(bytes, from, to, encoding));
    }

    private static boolean starts(byte[] bytes, int from, int to, String word) {
        if (to - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A text: in the encoding that it says, else in UTF-8, else a character a byte. */
    static String text(byte[] bytes, int from, int to, String encoding) {
        Charset charset = charset(encoding);
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException otherwise) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    private static Charset charset(String encoding) {
        String name = encoding.strip().toUpperCase(Locale.ROOT);
        try {
            // In these a letter of ASCII takes several bytes, which no header does.
            boolean wide = name.startsWith("UTF-16") || name.startsWith("UTF-32") || name.startsWith("X-UTF");
            return name.isEmpty() || wide ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static GitIdent ident(byte[] bytes, int from, int to, String encoding) {
        int open = find(bytes, from, to, '<');
        int close = open < 0 ? -1 : find(bytes, open + 1, to, '>');
        if (close < 0) {
            return GitIdent.NOBODY;
        }
        int nameEnd = open;
        while (nameEnd > from && isBlank(bytes[nameEnd - 1])) {
            nameEnd--;
        }
        String name = text(bytes, from, nameEnd, encoding);
        String email = text(bytes, open + 1, close, encoding);
        int last = to - 1;
        while (bytes[last] != '>') {
            last--;
        }
        int date = blanks(bytes, last + 1, to);
        int dateEnd = digits(bytes, date, to);
        int zone = blanks(bytes, dateEnd, to);
        boolean signed = zone < to && (bytes[zone] == '+' || bytes[zone] == '-');
        int zoneEnd = signed ? digits(bytes, zone + 1, to) : zone;
        if (dateEnd == date || zoneEnd <= zone + 1) {
            return GitIdent.of(name, email, "", "");
        }
        return GitIdent.of(name, email, new String(bytes, date, dateEnd - date, StandardCharsets.US_ASCII),
                new String(bytes, zone, zoneEnd - zone, StandardCharsets.US_ASCII));
    }

    private static int find(byte[] bytes, int from, int to, char sought) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == sought) {
                return i;
            }
        }
        return -1;
    }

    private static int blanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }
}
