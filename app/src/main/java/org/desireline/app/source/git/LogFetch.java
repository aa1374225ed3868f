package org.desireline.app.source.git;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.desireline.app.git.GitProcess;

/**
 * Commits as the program {@code git} prints them, streamed. Texts come in the bytes that are stored, unless a commit
 * says what they are encoded in: then the program translates them its own way, and the commit itself is asked for.
 */
final class LogFetch {

    private static final List<String> OPTIONS = List.of("--raw", "-z", "--root", "--no-abbrev", "--no-renames",
            "--no-ext-diff", "--no-textconv", "--no-color", "--no-decorate", "--no-notes", "--no-mailmap",
            "--ignore-submodules=none", "-O/dev/null", "--encoding=UTF-8", "--date=raw",
            "--format=tformat:%H%x00%P%x00%an%x00%ae%x00%at%x00%ad%x00%cn%x00%ce%x00%ct%x00%cd%x00%e%x00%B%x00");
    /** Larger than any message, name or path that means well: a gigabyte in one is refused. */
    private static final int MOST_BYTES = 1 << 28;

    private final Path program;
    private final Path objects;
    private final Path shallow;
    private final Objects raw;
    private byte[] buffer = new byte[1 << 12];
    private int length;
    /** The byte that was read to see what follows, or -1. */
    private int next = -1;

    /** Gives the bytes that git keeps of a commit. */
    @FunctionalInterface
    interface Objects {

        /** The bytes of the commit of a name. */
        byte[] bytes(String hash) throws IOException;
    }

    /**
     * The history in a folder.
     *
     * @param program the program
     * @param objects the folder that holds the objects
     * @param shallow the file that says where a shallow clone ends, which need not be there
     * @param raw gives single commits
     */
    LogFetch(Path program, Path objects, Path shallow, Objects raw) {
        this.program = program;
        this.objects = objects;
        this.shallow = shallow;
        this.raw = raw;
    }

    /**
     * Delivers every commit that is reached from some, in any order.
     *
     * @throws IOException where the program does not come to a good end: what was delivered is not all
     */
    void commits(List<String> tips, Consumer<GitCommit> sink) throws IOException {
        GitProcess.log(program, objects, shallow, tips, OPTIONS, in -> {
            for (next = in.read(); next >= 0; ) {
                sink.accept(commit(in));
            }
        });
    }

    private GitCommit commit(InputStream in) throws IOException {
        String hash = ascii(in);
        String parents = ascii(in);
        byte[] name = bytes(in);
        byte[] email = bytes(in);
        String authored = ascii(in);
        String authorZone = ascii(in);
        byte[] committer = bytes(in);
        byte[] committerEmail = bytes(in);
        String committed = ascii(in);
        String committerZone = ascii(in);
        boolean encoded = !ascii(in).isEmpty();
        String message = text(bytes(in));
        if (read(in) != 0) {
            throw new EOFException("git log says something else than it was asked");
        }
        List<String> named = parents.isEmpty() ? List.of() : List.of(parents.split(" ", -1));
        List<GitCommit.Change> changes = changes(in);
        if (encoded) {
            RawCommit commit = RawCommit.of(raw.bytes(hash));
            return new GitCommit(hash, named, commit.author(), commit.committer(), commit.message(), changes);
        }
        return new GitCommit(hash, named, GitIdent.of(text(name), text(email), authored, zone(authorZone)),
                GitIdent.of(text(committer), text(committerEmail), committed, zone(committerZone)), message, changes);
    }

    /** Entries such as {@code :100644 100644 old new M}, each followed by the path. */
    private List<GitCommit.Change> changes(InputStream in) throws IOException {
        if (next != '\n') {
            return List.of();
        }
        next = in.read();
        List<GitCommit.Change> changes = new ArrayList<>();
        while (next == ':') {
            String[] entry = ascii(in).split(" ", -1);
            if (entry.length != 5) {
                throw new EOFException("git log says something else than it was asked");
            }
            byte[] path = bytes(in);
            changes.add(new GitCommit.Change(new String(path, StandardCharsets.UTF_8), entry[2], entry[3]));
        }
        return changes;
    }

    /** The offset at the end of a number of seconds and an offset. */
    private static String zone(String date) {
        return date.substring(date.indexOf(' ') + 1);
    }

    private static String text(byte[] bytes) {
        return RawCommit.text(bytes, 0, bytes.length, "");
    }

    private String ascii(InputStream in) throws IOException {
        field(in);
        return new String(buffer, 0, length, StandardCharsets.US_ASCII);
    }

    private byte[] bytes(InputStream in) throws IOException {
        field(in);
        return Arrays.copyOf(buffer, length);
    }

    /** Reads up to a zero byte. */
    private void field(InputStream in) throws IOException {
        length = 0;
        for (int read = read(in); read != 0; read = read(in)) {
            if (read < 0 || length == MOST_BYTES) {
                throw new EOFException("git log ended inside a commit");
            }
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * length);
            }
            buffer[length++] = (byte) read;
        }
    }

    private int read(InputStream in) throws IOException {
        int read = next;
        if (read >= 0) {
            next = in.read();
        }
        return read;
    }
}
