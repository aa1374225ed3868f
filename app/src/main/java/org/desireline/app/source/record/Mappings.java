package org.desireline.app.source.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.app.git.FileHistory;
import org.desireline.app.source.files.Delivery;

/**
 * The mappings in force: those of the reader, then those that come with the program; the first that fits a file counts.
 */
public final class Mappings {

    private final List<Mapping> all;

    private Mappings(List<Mapping> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Those of the reader, and those that come with the program.
     *
     * @param texts by the names of files, mappings and the calendars that lie beside them
     * @throws BadMapping where one cannot be used
     */
    public static Mappings with(Map<String, String> texts) {
        List<Mapping> all = read(texts);
        all.addAll(read(ReadyFetch.texts()));
        return new Mappings(all);
    }

    private static List<Mapping> read(Map<String, String> texts) {
        List<Mapping> all = new ArrayList<>();
        new TreeMap<>(texts).forEach((name, text) -> {
            if (isMapping(name)) {
                all.add(MappingText.read(name, text, texts::get));
            }
        });
        return all;
    }

    /** Whether a file holds a mapping, by its name. */
    public static boolean isMapping(String name) {
        return name.endsWith(MappingText.ENDING);
    }

    /** Larger than any mapping: what is larger need not be read. */
    public static int mostBytes() {
        return MappingText.MOST_CHARACTERS;
    }

    /** Makes, for a reading, what wants the history of the files that are records. */
    public FileHistory history(Delivery delivery) {
        return new RecordHistory(all, delivery);
    }
}
