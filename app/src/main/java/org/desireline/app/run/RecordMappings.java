package org.desireline.app.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.app.git.GitFolder;
import org.desireline.app.source.record.BadMapping;
import org.desireline.app.source.record.Mappings;
import org.desireline.app.store.Workspace;
import org.desireline.journal.Ref;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The mappings of records that the reader named, in this run or an earlier one, and by which of them each repository
 * was read. A repository that was read by others is read again, and what came of its records before goes.
 */
final class RecordMappings {

    private static final Pattern CALENDAR =
            Pattern.compile("(?m)^calendar: *[\"']?([A-Za-z0-9_][A-Za-z0-9._-]{0,100})[\"']? *(?:#.*)?$");

    private final TreeMap<String, String> texts = new TreeMap<>();
    private final TreeMap<String, String> stamps = new TreeMap<>();
    private final Mappings mappings;
    private final String stamp;

    private RecordMappings(Workspace workspace, Iterable<Path> given) {
        read(workspace, Workspace.RECORDS, texts);
        read(workspace, Workspace.LAST_RECORDS, stamps);
        for (Path file : given) {
            String text = text(file);
            texts.put(name(file), text);
            Matcher calendar = CALENDAR.matcher(text);
            if (calendar.find() && Files.isRegularFile(file.resolveSibling(calendar.group(1)))) {
                texts.put(calendar.group(1), text(file.resolveSibling(calendar.group(1))));
            }
        }
        try {
            mappings = Mappings.with(texts);
        } catch (BadMapping bad) {
            throw new BadInput(String.valueOf(bad.getMessage()));
        }
        stamp = Declaration.sha256(texts.toString());
    }

    /**
     * What is known in a workspace, and what is named now.
     *
     * @param given files that hold mappings; one takes the place of an earlier one of its name
     * @throws BadInput where one cannot be read or used
     */
    static RecordMappings of(Workspace workspace, Iterable<Path> given) {
        return new RecordMappings(workspace, given);
    }

    /** Whether a path names a mapping, and not an export. */
    static boolean isMapping(Path path) {
        return Mappings.isMapping(name(path)) && !Files.isDirectory(path);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String text(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new BadInput("There is no mapping " + file + ". Perhaps see docs/records.md.");
            }
            if (Files.size(file) > Mappings.mostBytes()) {
                throw new BadInput(file + " is larger than a mapping. Perhaps another file was meant.");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException failed) {
            throw new BadInput(file + " cannot be read. Perhaps see who may.");
        }
    }

    private static void read(Workspace workspace, String name, Map<String, String> into) {
        String text = workspace.text(name);
        String place = workspace.place(name);
        Node root = text == null ? null : YamlFile.compose(place, text, true);
        if (root != null && !YamlFile.isEmpty(root)) {
            YamlFile file = new YamlFile(place, true);
            file.mapping(root, "the file").forEach((key, node) -> into.put(key, file.text(node)));
        }
    }

    /** Those in force. */
    Mappings mappings() {
        return mappings;
    }

    /** Whether a path is a repository that was read by other mappings, or before there were any. */
    boolean isChanged(Path path) {
        return GitFolder.isAt(path) && !stamp.equals(stamps.get(key(path)));
    }

    private static String key(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** The places of what came of the records of a repository when it was read by other mappings; none of others. */
    Set<String> outdated(Workspace workspace, Path path) {
        Set<String> places = new HashSet<>();
        @Nullable String before = stamps.get(key(path));
        if (before != null && !before.equals(stamp)) {
            String begins = GitFolder.shown(path) + "!";
            workspace.events(event -> {
                boolean ours = event.subject().kind().equals(Ref.ITEM) && event.subject().id().startsWith("record:");
                if (ours && event.origin().pointer().startsWith(begins)) {
                    places.add(event.origin().pointer());
                }
            });
        }
        return places;
    }

    /** Remembers by which mappings a repository was read. */
    void wasRead(Workspace workspace, Path path) {
        if (GitFolder.isAt(path)) {
            stamps.put(key(path), stamp);
            StringBuilder out = new StringBuilder();
            stamps.forEach((key, value) -> out.append(YamlFile.quoted(key)).append(": ")
                    .append(YamlFile.quoted(value)).append('\n'));
            workspace.keep(Workspace.LAST_RECORDS, out.toString());
        }
    }

    /** Keeps the mappings that were named, for later runs. */
    void keep(Workspace workspace) {
        if (!texts.isEmpty()) {
            workspace.keep(Workspace.RECORDS, text(texts));
        }
    }

    /** The texts as one file, each as it was written where YAML can hold it so. */
    private static String text(Map<String, String> texts) {
        StringBuilder out = new StringBuilder("# Which files of repositories are records, by the name of each mapping;"
                + " see docs/records.md.\n# A repository is read again where this is edited.\n");
        texts.forEach((name, text) -> {
            out.append(YamlFile.quoted(name)).append(": ");
            boolean plain = text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f)) && text.endsWith("\n")
                    && !text.endsWith("\n\n") && !text.isBlank();
            if (plain) {
                out.append("|2\n");
                text.lines().forEach(line -> out.append(line.isEmpty() ? "" : "  ").append(line).append('\n'));
            } else {
                out.append(YamlFile.quoted(text)).append('\n');
            }
        });
        return out.toString();
    }
}
