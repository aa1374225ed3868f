package org.desireline.part;

import java.util.ArrayList;
import java.util.List;
import org.desireline.charter.Intent;
import org.desireline.charter.Undertaking;

/** Writes a commitment by hand, one call a day or an item; days are those of {@link Promises}. */
public final class Vows {

    private final String id;
    private final List<Undertaking.Day> days = new ArrayList<>();
    private final List<Undertaking.Link> links = new ArrayList<>();
    private int team = Intent.NONE;

    /** A commitment that was made on a day to be kept by the end of another. */
    public Vows(String id, double day, int due) {
        this.id = id;
        dueAgain(day, due);
    }

    /** Another day is given. */
    public Vows dueAgain(double day, int due) {
        days.add(new Undertaking.Day(Promises.at(day), Promises.at(due + 1)));
        return this;
    }

    /** It is taken back. */
    public Vows takenBack(double day) {
        days.add(new Undertaking.Day(Promises.at(day), Undertaking.TAKEN_BACK));
        return this;
    }

    /** A team owns it. */
    public Vows of(int code) {
        team = code;
        return this;
    }

    /** An item is named, from the day the commitment was made. */
    public Vows names(int item) {
        links.add(new Undertaking.Link(item, days.getFirst().atMillis(), Long.MAX_VALUE, true));
        return this;
    }

    /** An item is named from one day to another. */
    public Vows names(int item, double from, double to) {
        links.add(new Undertaking.Link(item, Promises.at(from), Promises.at(to), true));
        return this;
    }

    /** An expression holds for an item from one day to another. */
    public Vows matches(int item, double from, double to) {
        links.add(new Undertaking.Link(item, Promises.at(from), Promises.at(to), false));
        return this;
    }

    /** As it is handed to the program. */
    public Undertaking made() {
        return new Undertaking(id, "", Undertaking.Kind.COMMITMENT, false, team, days, !links.isEmpty(), links,
                "charter.yaml:9:5");
    }
}
