package org.desireline.charter;

import org.desireline.journal.Field;

/** What work can be told apart by: a field of the tracker, or, where there is a charter, what that declares. */
public enum Dimension {
    PRIORITY(Field.PRIORITY, "priority", "priorities"),
    TYPE(Field.TYPE, "type", "types"),
    COMPONENT(Field.COMPONENT, "component", "components"),
    EPIC(Field.EPIC, "epic", "epics"),
    FIX_VERSION(Field.FIX_VERSION, "fixVersion", "fix versions"),
    LABEL(Field.LABEL, "label", "labels"),
    PROJECT(Field.PROJECT, "project", "projects"),
    TEAM(Field.TEAM, "team", "teams"),
    /** What a charter says that teams own; no field of a tracker. */
    AREA("", "area", "areas");

    private final String field;
    private final String label;
    private final String plural;

    Dimension(String field, String label, String plural) {
        this.field = field;
        this.label = label;
        this.plural = plural;
    }

    /** The event attribute that holds it; empty where none does. */
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
