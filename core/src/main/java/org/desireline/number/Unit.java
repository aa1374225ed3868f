package org.desireline.number;

/** What a value is counted in. */
public enum Unit {
    HOURS("h"),
    SHARE("share"),
    INDEX("index"),
    CHOICES("choices"),
    ITEMS("items");

    private final String label;

    Unit(String label) {
        this.label = label;
    }

    /** The name used in JSON. */
    public String label() {
        return label;
    }
}
