package org.desireline.charter;

import org.desireline.journal.Field;

/** A field of the tracker by whose values work can be told apart. */
public enum Dimension {
    PRIORITY(Field.PRIORITY, "priority", "priorities"),
    TYPE(Field.TYPE, "type", "types"),
    COMPONENT(Field.COMPONENT, "component", "components"),
    EPIC(Field.EPIC, "epic", "epics"),
    FIX_VERSION(Field.FIX_VERSION, "fixVersion", "fix versions"),
    LABEL(Field.LABEL, "label", "labels"),
    PROJECT(Field.PROJECT, "project", "projects");

    private final String field;
    private final String label;
    private final String plural;

    Dimension(String field, String label, String plural) {
        this.field = field;
        this.label = label;
        this.plural = plural;
    }

    /** The event attribute that holds it. */
    public String field() {
        return field;
    }

    /** The name used in JSON and in line ids. */
    public String label() {
        return label;
    }

    /** The word for several of its values. */
    public String plural() {
        return plural;
    }
}
