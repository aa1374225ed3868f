package org.desireline.app.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desireline.app.charterfile.RecordedEntry;
import org.desireline.app.charterfile.RecordedText;
import org.desireline.app.store.FolderWorkspace;
import org.desireline.app.store.Workspace;
import org.desireline.charter.Mistake;
import org.desireline.charter.Undertaking;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The commitments and decisions that were written down: in the files beside a charter, in files that were named, and
 * in the workspace, which keeps the lines of those that were named or written. A line that stands in several of them is
 * one.
 */
public final class Records {

    private static final int MOST_BYTES = 1 << 20;

    private final List<RecordedEntry> entries = new ArrayList<>();

    private Records() {}

    /** Whether a path names a file of commitments or decisions, and not an export. */
    static boolean isOne(Path path) {
        return RecordedText.kindOf(name(path)) != null && !Files.isDirectory(path);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /**
     * What is known in a run; what was named is kept from now on, and what lies beside a charter is read with it.
     *
     * @param named files that the reader named
     * @param charter the charter's file, or null where there is none
     * @throws BadInput where a file cannot be used
     */
    static Records of(Workspace workspace, List<Path> named, @Nullable Path charter) {
        Records records = new Records();
        for (Undertaking.Kind kind : Undertaking.Kind.values()) {
            List<RecordedEntry> given = new ArrayList<>();
            for (Path file : named) {
                if (kind == RecordedText.kindOf(name(file))) {
                    given.addAll(usable(kind, file.toString(), text(file)));
                }
            }
            Path beside = charter == null ? null : charter.resolveSibling(RecordedText.fileName(kind));
            if (beside != null && Files.isRegularFile(beside)) {
                usable(kind, beside.toString(), text(beside)).forEach(each -> add(records.entries, each));
            }
            keep(workspace, kind, given).forEach(each -> add(records.entries, each));
        }
        records.entries.sort(Comparator.comparing(RecordedEntry::on));
        return records;
    }

    private static void add(List<RecordedEntry> all, RecordedEntry entry) {
        if (all.stream().noneMatch(each -> each.kind() == entry.kind() && each.says(entry))) {
            all.add(entry);
        }
    }

    /**
     * Keeps entries in a workspace, those that it has not seen.
     *
     * @return all that it holds
     */
    public static List<RecordedEntry> keep(Workspace workspace, Undertaking.Kind kind, List<RecordedEntry> more) {
        String name = kind == Undertaking.Kind.COMMITMENT ? Workspace.COMMITMENTS : Workspace.DECISIONS;
        String before = workspace.text(name);
        String text = before == null ? "" : before;
        String place = workspace.place(name);
        List<RecordedEntry> all = new ArrayList<>(usable(kind, place.isEmpty() ? name : place, text));
        int known = all.size();
        for (RecordedEntry entry : more) {
            add(all, entry);
            if (all.size() > known) {
                text = RecordedText.with(text, entry);
                known = all.size();
            }
        }
        if (!text.equals(before == null ? "" : before)) {
            usable(kind, place, text);
            workspace.keep(name, text);
        }
        return all;
    }

    /**
     * The entries of a text that is to be used as a whole.
     *
     * @throws BadInput where anything is wrong with it
     */
    public static List<RecordedEntry> usable(Undertaking.Kind kind, String file, String text) {
        RecordedText.Read read = RecordedText.read(kind, file, text);
        if (read.mistakes().stream().anyMatch(mistake -> mistake.severity() == Severity.ERROR)) {
            throw new BadInput(String.join("\n", read.mistakes().stream().map(Mistake::text).toList()));
        }
        return read.entries();
    }

    /**
     * The text of a file, empty where there is none.
     *
     * @throws BadInput where it cannot be read
     */
    public static String text(Path file) {
        try {
            if (!Files.exists(file)) {
                return "";
            }
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw new BadInput(file + " is not a file of commitments or decisions. Perhaps another was meant.");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new BadInput(file + " cannot be read as text. Perhaps see who may, and whether it is UTF-8.");
        }
    }

    /** What a file and a workspace hold of a kind, in the order of days; neither need be there. */
    public static List<RecordedEntry> known(Path home, Path file, Undertaking.Kind kind) {
        Records records = new Records();
        usable(kind, file.toString(), text(file)).forEach(each -> add(records.entries, each));
        if (Files.isDirectory(home)) {
            try (Workspace workspace = FolderWorkspace.in(home, talk -> { })) {
                keep(workspace, kind, List.of()).forEach(each -> add(records.entries, each));
            }
        }
        records.entries.sort(Comparator.comparing(RecordedEntry::on));
        return records.entries;
    }

    /**
     * Adds an entry to a file, which is written whole or not at all, and to a workspace.
     *
     * @throws BadInput where the file is written in another way, so that nothing can be added to it
     */
    public static void write(Path home, Path file, RecordedEntry entry) {
        String before = text(file);
        String after = RecordedText.with(before, entry);
        List<RecordedEntry> then = usable(entry.kind(), file.toString(), before);
        RecordedText.Read now = RecordedText.read(entry.kind(), file.toString(), after);
        if (!now.mistakes().isEmpty() || now.entries().size() != then.size() + 1
                || !now.entries().getLast().says(entry)) {
            throw new BadInput("Nothing can be added to " + file + " as it is written. Perhaps put each entry on a line"
                    + " of its own, or name another file with --to.");
        }
        try (Workspace workspace = FolderWorkspace.in(home, talk -> { })) {
            replace(file, after);
            keep(workspace, entry.kind(), List.of(entry));
        }
    }

    private static void replace(Path file, String text) {
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = real.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path part = Files.writeString(real.resolveSibling("." + name(real) + ".part"), text,
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            Files.move(part, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new SourceException(SourceException.Kind.UNREADABLE, file.toString(), true, file
                    + " cannot be written (" + failed.getMessage() + "). Perhaps name another file with --to.");
        }
    }

    /** All of it as one text, by which runs are told apart; empty where nothing was written down. */
    String texts() {
        return entries.isEmpty() ? "" : "|" + entries.stream().map(RecordedText::line).toList();
    }

    /** The entries, in the order of their days; those of a day as they were written. */
    List<RecordedEntry> entries() {
        return entries;
    }
}
