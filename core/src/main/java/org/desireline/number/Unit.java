package org.desireline.number;

/** What a value is counted in. */
public enum Unit {
    HOURS("h"),
    /** Hours for each hour of something else. */
    PER_HOUR("perHour"),
    SHARE("share"),
    INDEX("index"),
    CHOICES("choices"),
    ITEMS("items"),
    /** Days of 24 hours by the wall clock. */
    DAYS("d"),
    /** How often something happened. */
    TIMES("times"),
    /** How many times as likely: a ratio of chances. */
    ODDS("odds"),
    /** The natural logarithm of odds. */
    LOG_ODDS("logOdds"),
    /** Natural units of information, a choice. */
    NATS("nats");

    private final String label;

    Unit(String label) {
        this.label = label;
    }

    /** The name used in JSON. */
    public String label() {
        return label;
    }
}
