package org.desireline.charter;

import java.util.Locale;

/**
 * A pattern by which a team owns a part of the work: {@code component:Alerts}, {@code label:x}, {@code project:FCREPO}
 * or a glob over paths such as {@code alerts/**}.
 *
 * @param kind what is matched
 * @param value the name or the glob
 * @param place where it is written
 */
public record Area(Kind kind, String value, Place place) {

    /** What an area is matched by. */
    public enum Kind {
        COMPONENT, LABEL, PROJECT, PATH;

        private String prefix() {
            return this == PATH ? "" : name().toLowerCase(Locale.ROOT) + ":";
        }
    }

    /** Reads a pattern. */
    public static Area parse(Word word) {
        String text = word.text();
        for (Kind kind : Kind.values()) {
            String prefix = kind.prefix();
            if (kind != Kind.PATH && text.startsWith(prefix)) {
                return of(kind, text.substring(prefix.length()).strip(), word);
            }
        }
        int colon = text.indexOf(':');
        if (colon >= 0) {
            throw new IllegalArgumentException("'" + text.substring(0, colon) + ":' is no kind of area. "
                    + Nearest.perhaps(text.substring(0, colon + 1),
                            java.util.List.of("component:", "label:", "project:"), "kinds of area") + ".");
        }
        return of(Kind.PATH, text.strip(), word);
    }

    private static Area of(Kind kind, String value, Word word) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("'" + word.text() + "' names no area. Perhaps you meant"
                    + " component:Alerts or alerts/**.");
        }
        return new Area(kind, value, word.place());
    }

    /** As it is written; also its name in figures. */
    public String text() {
        return kind.prefix() + value;
    }
}
