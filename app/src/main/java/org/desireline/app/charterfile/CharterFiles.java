package org.desireline.app.charterfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.desireline.app.git.GitFolder;
import org.desireline.charter.CharterCheck;
import org.desireline.charter.Declared;
import org.desireline.charter.Intent;
import org.desireline.charter.Mistake;
import org.desireline.charter.Nearest;
import org.desireline.charter.Place;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reads the charters of an organisation: the file itself, earlier versions beside it in {@code charters/}, those of
 * teams in {@code teams/}, and the history of the file where it lies in git.
 */
public final class CharterFiles {

    /** The schema's name where {@code init} writes it, as the charter names it. */
    public static final String SCHEMA_FILE = Shape.FILE;

    private final Path charter;
    private final List<Mistake> mistakes = new ArrayList<>();

    private CharterFiles(Path charter) {
        this.charter = charter;
    }

    /** The schema, for editors. */
    public static String schema() {
        return Shape.text();
    }

    /**
     * The first line of a charter, from which editors learn the schema.
     *
     * @param path of the schema, as seen from the charter
     */
    public static String schemaLine(String path) {
        return "# yaml-language-server: $schema=" + path;
    }

    /** The folder of the work tree that a charter lies in, or null where it lies in none. */
    public static @Nullable Path workTree(Path charter) {
        Path git = GitFolder.of(charter);
        return git == null ? null : git.getParent();
    }

    /** Reads everything; whatever is wrong is in the answer. */
    public static Loaded read(Path charter) {
        return new CharterFiles(charter).load();
    }

    private Loaded load() {
        byte[] content = bytes(charter);
        if (content == null) {
            return new Loaded(List.of(), Map.of(), mistakes);
        }
        Declared newest = declared(charter.toString(), content, null);
        List<DeclaredVersion> versions = new ArrayList<>();
        if (newest != null) {
            versions.addAll(earlier(newest));
            versions = merged(versions, current(newest, content));
            limits(versions);
        }
        Map<String, Declared> teams = teams(newest);
        boolean usable = mistakes.stream().noneMatch(mistake -> mistake.severity() == Severity.ERROR);
        return new Loaded(usable ? versions : List.of(), teams, mistakes);
    }

    private byte @Nullable [] bytes(Path file) {
        Place start = new Place(file.toString(), 1, 1);
        try {
            if (!Files.isRegularFile(file)) {
                mistakes.add(Mistake.of(Severity.ERROR, start, "there is no such file",
                        "Perhaps make one with `desireline init`"));
                return null;
            }
            // One byte more than a charter may have: the reader then says that it is too large.
            try (var in = Files.newInputStream(file)) {
                return in.readNBytes(YamlTree.MOST_BYTES + 1);
            }
        } catch (IOException failed) {
            mistakes.add(Mistake.of(Severity.ERROR, start, "the file cannot be read: " + failed.getMessage(), ""));
            return null;
        }
    }

    /** Reads and checks one file; its mistakes are noted. */
    private @Nullable Declared declared(String file, byte[] content, @Nullable Declared organisation) {
        ZoneId zone = organisation == null ? ZoneOffset.UTC : organisation.zone();
        CharterReader.Read read = CharterReader.read(file, content, zone);
        List<Mistake> found = new ArrayList<>(read.mistakes());
        Declared declared = read.declared();
        if (declared != null) {
            found.addAll(Expressions.mistakes(declared));
            if (read.whole()) {
                List<Mistake> contradictions = organisation == null ? CharterCheck.of(declared)
                        : CharterCheck.ofTeam(declared, organisation);
                // Where something could not be read, that something is missing is no news.
                contradictions.stream().filter(one -> one.severity() == Severity.ERROR || !read.hasErrors())
                        .forEach(found::add);
            }
        }
        found.forEach(mistake -> mistakes.add(read.tree().shown(mistake)));
        return read.dated() ? declared : null;
    }

    /** Earlier versions in the folder beside the charter: each in force from its own first day. */
    private List<DeclaredVersion> earlier(Declared newest) {
        Map<LocalDate, String> days = new HashMap<>(Map.of(newest.from(), charter.toString()));
        List<DeclaredVersion> versions = new ArrayList<>();
        for (Path file : yamlFiles("charters")) {
            byte[] content = bytes(file);
            Declared declared = content == null ? null : declared(file.toString(), content, null);
            if (declared == null) {
                continue;
            }
            if (declared.from().isAfter(newest.from())) {
                mistakes.add(Mistake.of(Severity.ERROR, declared.place(), "this is in force from " + declared.from()
                        + ", after " + charter + ", which is from " + newest.from()
                        + ": the folder is for earlier ones", "Perhaps swap the two files"));
            }
            String other = days.putIfAbsent(declared.from(), file.toString());
            if (other != null) {
                mistakes.add(Mistake.of(Severity.ERROR, declared.place(), "this is in force from the same day as "
                        + other, "Perhaps one of the two has a wrong `from:`"));
            }
            versions.add(new DeclaredVersion("", start(declared), declared, file.toString()));
        }
        return versions;
    }

    /** The charter itself, version by version where git has them. */
    private List<DeclaredVersion> current(Declared newest, byte[] content) {
        if (GitFolder.of(charter) != null) {
            return new GitHistory(charter, mistakes).versions(newest, content);
        }
        return List.of(new DeclaredVersion("", start(newest), newest, charter.toString()));
    }

    /** The instant at which a charter's first day begins. */
    static long start(Declared declared) {
        return declared.from().atStartOfDay(declared.zone()).toInstant().toEpochMilli();
    }

    /** All versions in the order of time, each with a name; those that say the same as the one before are left out. */
    private static List<DeclaredVersion> merged(List<DeclaredVersion> beside, List<DeclaredVersion> own) {
        TreeMap<Long, DeclaredVersion> byStart = new TreeMap<>();
        beside.forEach(version -> byStart.put(version.fromMillis(), version));
        own.forEach(version -> byStart.put(version.fromMillis(), version));
        List<DeclaredVersion> merged = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        String before = "";
        for (DeclaredVersion version : byStart.values()) {
            Declared declared = version.declared();
            String says = CharterText.sayings(declared);
            if (says.equals(before)) {
                // The later text has the places that the reader can open.
                DeclaredVersion first = merged.removeLast();
                merged.add(new DeclaredVersion(first.name(), first.fromMillis(), declared, first.source()));
            } else {
                String day = Instant.ofEpochMilli(version.fromMillis()).atZone(declared.zone()).toLocalDate()
                        .toString();
                int count = names.merge(day, 1, Integer::sum);
                merged.add(new DeclaredVersion(count == 1 ? day : day + "." + count, version.fromMillis(), declared,
                        version.source()));
            }
            before = says;
        }
        return merged;
    }

    private Map<String, Declared> teams(@Nullable Declared organisation) {
        Map<String, Declared> teams = new TreeMap<>();
        if (organisation == null) {
            return teams;
        }
        List<String> ids = organisation.teams().stream().map(team -> team.id().text()).toList();
        for (Path file : yamlFiles("teams")) {
            String id = String.valueOf(file.getFileName()).replaceFirst("[.]ya?ml$", "");
            byte[] content = bytes(file);
            Declared declared = content == null ? null : declared(file.toString(), content, organisation);
            if (!ids.contains(id)) {
                mistakes.add(Mistake.of(Severity.WARNING, new Place(file.toString(), 1, 1), charter
                        + " declares no team `" + id + "`: the file is not used", Nearest.perhaps(id, ids, "teams")));
            } else if (declared != null) {
                teams.put(id, declared);
            }
        }
        return teams;
    }

    private List<Path> yamlFiles(String folder) {
        Path beside = charter.resolveSibling(folder);
        if (!Files.isDirectory(beside)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(beside)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("[^.].*[.]ya?ml"))
                    .filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            mistakes.add(Mistake.of(Severity.ERROR, new Place(beside.toString(), 1, 1),
                    "the folder cannot be read: " + failed.getMessage(), ""));
            return List.of();
        }
    }

    /** More classes than can be told apart over all versions. */
    private void limits(List<DeclaredVersion> versions) {
        ClassCodes codes = ClassCodes.of(versions.stream().map(DeclaredVersion::declared).toList());
        tooMany(codes.priorities(), Intent.MOST_CLASSES, "priorities");
        tooMany(codes.teams(), Intent.MOST_CLASSES, "teams");
        tooMany(codes.areas(), Intent.MOST_CLASSES, "areas");
        tooMany(codes.pressures(), Intent.MOST_PRESSURES, "kinds of pressure");
        tooMany(codes.rights(), Intent.MOST_RIGHTS, "rights to decide");
    }

    private void tooMany(Map<String, Place> names, int most, String what) {
        if (names.size() > most) {
            Place place = names.values().stream().skip(most).findFirst().orElseThrow();
            mistakes.add(Mistake.of(Severity.ERROR, place, "this is one more than the " + most + " " + what
                    + " that can be told apart over all versions", "Perhaps join some of them"));
        }
    }
}
