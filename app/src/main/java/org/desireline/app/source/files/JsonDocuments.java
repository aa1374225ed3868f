package org.desireline.app.source.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON whose depth and texts are bounded, and says what is wrong with it without quoting it. */
public final class JsonDocuments {

    private static final int MOST_DEPTH = 200;
    private static final int MOST_TEXT = 64 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH).maxStringLength(MOST_TEXT).build())
            .build()).build();

    private JsonDocuments() {}

    /** Reads JSON no deeper than 200 levels, with no text longer than 64 MiB. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads one value a line; blank lines are passed over.
     *
     * @param pointer the document as shown; a line is shown as it, a colon and its number
     * @param values takes each value, and where it stands
     * @param failures takes where a line stands that is no JSON, and what is wrong with it
     */
    public static void lines(
            String pointer, InputStream in, BiConsumer<JsonNode, String> values, BiConsumer<String, String> failures)
            throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                values.accept(MAPPER.readTree(line), pointer + ":" + number);
            } catch (JacksonException malformed) {
                failures.accept(pointer + ":" + number, malformed(malformed, false));
            }
        }
    }

    /**
     * Where and what, without quoting the text: it may hold a person's words.
     *
     * @param whole whether the line counts, since all of a document was read at once
     */
    public static String malformed(JacksonException malformed, boolean whole) {
        TokenStreamLocation at = malformed.getLocation();
        if (malformed.getCause() instanceof Documents.TooLarge tooLarge) {
            return "is left out: " + tooLarge.getMessage();
        }
        if (malformed instanceof StreamConstraintsException) {
            return "is nested deeper than " + MOST_DEPTH
                    + " levels or holds a text longer than any export's; left out";
        }
        String line = whole && at != null ? "line " + at.getLineNr() + ", " : "";
        return "is not valid JSON" + (at == null ? "" : " at " + line + "column " + at.getColumnNr())
                + "; left out. Perhaps it was cut off";
    }
}
