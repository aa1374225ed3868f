package org.desireline.app.source.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mappings that come with the program. */
final class ReadyFetch {

    private static final List<String> FILES = List.of("adr.records.yaml", "goals.records.yaml", "kep.records.yaml",
            "kep-markdown.records.yaml", "kubernetes-releases.yaml", "project-goal-periods.yaml");

    private ReadyFetch() {}

    /** Their texts, and those of their calendars, by the names of their files. */
    static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (String name : FILES) {
            try (InputStream in = ReadyFetch.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("The program was built without " + name + ".");
                }
                texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return texts;
    }
}
