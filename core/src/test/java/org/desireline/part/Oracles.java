package org.desireline.part;

/** The oracles of one organisation, which share what they know of it. */
public final class Oracles {

    private final MinuteOracle hours;
    private final MenuOracle menus;
    private final WeekOracle weeks;

    /** Asks all of them. */
    public Oracles(Organisation organisation) {
        hours = new MinuteOracle(organisation);
        Archive archive = new Archive(organisation, hours);
        menus = new MenuOracle(archive);
        weeks = new WeekOracle(archive);
    }

    /** Who was awaited, minute by minute. */
    public MinuteOracle hours() {
        return hours;
    }

    /** What was chosen, out of what. */
    public MenuOracle menus() {
        return menus;
    }

    /** What happened by week. */
    public WeekOracle weeks() {
        return weeks;
    }

    /** Texts of one key, whichever came first. */
    public static String both(String one, String other) {
        return MenuOracle.both(one, other);
    }

    /** A figure as it is compared. */
    public static long millionths(double value) {
        return ProspectOracle.millionths(value);
    }
}
