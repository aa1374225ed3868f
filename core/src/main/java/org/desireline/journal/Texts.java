package org.desireline.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A dictionary: texts numbered in order of first appearance. */
final class Texts {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    int code(String text) {
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        codes.put(text, texts.size());
        texts.add(text);
        return texts.size() - 1;
    }

    int find(String text) {
        return codes.getOrDefault(text, -1);
    }

    /** All of them, by code. */
    List<String> all() {
        return Collections.unmodifiableList(texts);
    }
}
