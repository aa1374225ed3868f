package org.desireline.app.source.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Bytes as a record of each form, and as a mapping. */
public final class RecordFuzz {

    private static final Map<String, String> READY = ReadyFetch.texts();
    private static final Mapping MAPPING =
            MappingText.read("kep", String.valueOf(READY.get("kep.records.yaml")), READY::get);

    private RecordFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (Form form : Form.values()) {
            try {
                State.of(MAPPING, "keps/a/1-b/kep.yaml", Form.read(List.of(form), text));
            } catch (Unreadable bad) {
                if (bad.line() < 1) {
                    throw new IllegalStateException("No line: " + bad.line() + ".", bad);
                }
            }
        }
        try {
            MappingText.read("fuzz", text, name -> null).fits("docs/a.md");
        } catch (BadMapping bad) {
            if (!String.valueOf(bad.getMessage()).startsWith("fuzz")) {
                throw new IllegalStateException("No place: " + bad.getMessage(), bad);
            }
        }
    }
}
