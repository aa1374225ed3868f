package org.desireline.app.source.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single values out of JSON of which nothing is certain: what is of another type than expected is not there. */
public final class Nodes {

    /** No label and no milestone of a forge is longer. */
    private static final int MOST_NAME = 255;

    private Nodes() {}

    /** A text or number as text; null where there is none, or an empty one. */
    public static @Nullable String text(JsonNode node) {
        String text = node.isString() || node.isNumber() ? node.asString("") : "";
        return text.isEmpty() ? null : text;
    }

    /** The first of several fields that has a text; null where none has. */
    public static @Nullable String text(JsonNode node, String... fields) {
        for (String field : fields) {
            String text = text(node.path(field));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Whether a path has a part that means where it is, or one up: no name of a project has. */
    public static boolean climbs(String path) {
        return ("/" + path + "/").contains("/../") || ("/" + path + "/").contains("/./");
    }

    /** A truth, or null. */
    public static @Nullable Boolean truth(JsonNode node) {
        return node.isBoolean() ? node.asBoolean(false) : null;
    }

    /** A positive whole number, as text without leading zeros; null where it is none. */
    public static @Nullable String number(JsonNode node) {
        String text = text(node);
        return text != null && text.matches("[1-9][0-9]{0,17}") ? text : null;
    }

    /** What something is called: a text, or the given field of an object; cut where it is longer than names are. */
    public static @Nullable String name(JsonNode node, String field) {
        String text = text(node.isObject() ? node.path(field) : node);
        return text == null || text.length() <= MOST_NAME ? text : text.substring(0, MOST_NAME);
    }

    /** What the elements of a list are called; null where there is no list. */
    public static @Nullable List<String> names(JsonNode nodes, String field) {
        if (!nodes.isArray()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (JsonNode node : nodes) {
            String name = name(node, field);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** A word of an interface, such as {@code not_planned}, in plain letters; null where it is none. */
    public static @Nullable String word(@Nullable String text) {
        return text != null && text.matches("[A-Za-z_-]{1,60}") ? text.toLowerCase(Locale.ROOT).replace('_', ' ')
                : null;
    }
}
