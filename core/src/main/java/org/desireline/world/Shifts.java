package org.desireline.world;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.desireline.number.Keyed;
import org.desireline.time.Span;
import org.desireline.time.Spans;
import org.desireline.time.WorkWeek;

/**
 * When each person is at work: Monday to Friday, 09 to 17 UTC, but for days off, early starts and late ends that the
 * organisation's calendar does not tell.
 */
final class Shifts {

    private static final long HOUR = 3_600_000L;

    /** One working day in twenty is a day off: about thirteen a year. */
    private static final double ABSENCE_SHARE = 0.05;

    /** One day in ten starts early, one in ten ends late, by up to {@link #STRETCH_MILLIS}. */
    private static final double STRETCH_SHARE = 0.10;

    private static final double STRETCH_MILLIS = 2.0 * HOUR;

    private final List<Spans> byPerson;
    private final Spans office;

    private Shifts(List<Spans> byPerson, Spans office) {
        this.byPerson = byPerson;
        this.office = office;
    }

    static Shifts draw(Keyed keyed, int people, long startMillis, long endMillis) {
        Spans office = WorkWeek.assumed(ZoneOffset.UTC).expand(startMillis, endMillis);
        List<Spans> byPerson = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            List<Span> days = new ArrayList<>();
            for (int day = 0; day < office.size(); day++) {
                if (keyed.uniform(Chance.ABSENCE.stream(), person, day) >= ABSENCE_SHARE) {
                    Span hours = office.get(day);
                    days.add(new Span(
                            hours.fromMillis() - stretch(keyed, Chance.EARLY, person, day),
                            hours.toMillis() + stretch(keyed, Chance.LATE, person, day)));
                }
            }
            byPerson.add(Spans.union(days));
        }
        return new Shifts(byPerson, office);
    }

    /** The instant at which the person has worked that long from {@code atMillis} on. */
    long after(int person, long atMillis, double workMillis) {
        return byPerson.get(person).after(atMillis, (long) StrictMath.ceil(workMillis));
    }

    /** How long the person has been at work that day; 0 outside of their hours. */
    long todayMillis(int person, long atMillis) {
        Spans hours = byPerson.get(person);
        int day = firstEndingAfter(hours, atMillis);
        return day == hours.size() ? 0 : Math.max(0, atMillis - hours.get(day).fromMillis());
    }

    /** The instant at which the office has been open that long from {@code atMillis} on. */
    long officeAfter(long atMillis, double openMillis) {
        return office.after(atMillis, (long) StrictMath.ceil(openMillis));
    }

    private static int firstEndingAfter(Spans hours, long atMillis) {
        int low = 0;
        int high = hours.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hours.get(middle).toMillis() > atMillis) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long stretch(Keyed keyed, Chance chance, int person, int day) {
        double u = keyed.uniform(chance.stream(), person, day);
        return u < STRETCH_SHARE ? (long) (u / STRETCH_SHARE * STRETCH_MILLIS) : 0;
    }
}
