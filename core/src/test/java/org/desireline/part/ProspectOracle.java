package org.desireline.part;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;

/** What could be known of an item before it was chosen, looked up anew for every item of every menu. */
final class ProspectOracle {

    private static final double HOUR = 3_600_000.0;
    private static final long DAY = 24L * 3_600_000;

    /** What an item had been like when it was done for the first time, and when it came back afterwards. */
    private record Done(long at, String type, String area, double hours, int stations, boolean returned, long back) {}

    private final Archive archive;
    private final Dimension area;
    private final List<Done> done = new ArrayList<>();

    ProspectOracle(Archive archive) {
        this.archive = archive;
        this.area = archive.decree.areas().isEmpty() ? Dimension.COMPONENT : Dimension.AREA;
        for (int item = 0; item < archive.films.size(); item++) {
            Film film = archive.films.get(item);
            Long at = film.instants().stream().filter(when -> film.at(when).phase == Phase.done).findFirst()
                    .orElse(null);
            if (at != null && !film.container) {
                done.add(done(item, film, at));
            }
        }
    }

    private Done done(int item, Film film, long at) {
        Past.State before = film.at(Math.max(film.past.created, at - 1));
        double hours = 0;
        for (List<Diary.Piece> pieces : archive.diary.pieces().values()) {
            for (Diary.Piece piece : pieces) {
                hours += piece.item() == item ? Math.max(0, Math.min(at, piece.to()) - piece.from()) / HOUR : 0;
            }
        }
        int stations = 0;
        Past.State last = film.at(film.past.created);
        for (long when : film.instants().headSet(at, true)) {
            Past.State now = film.at(when);
            boolean checked = now.phase == Phase.review || now.phase == Phase.decision;
            stations += checked && now.phase != last.phase ? 1 : 0;
            stations += isSomebody(now.owner) && isSomebody(last.owner) && !now.owner.equals(last.owner) ? 1 : 0;
            last = now;
        }
        boolean returned = film.at(at).cycle > 1;
        NavigableSet<Long> later = film.instants().tailSet(at, false);
        long back = returned ? Long.MAX_VALUE : later.stream().filter(when -> film.at(when).cycle > 1).findFirst()
                .orElse(Long.MAX_VALUE);
        return new Done(at, archive.classOf(Dimension.TYPE, before), archive.classOf(area, before),
                hours > 0 ? hours : estimate(film, at), stations, returned, back);
    }

    private static boolean isSomebody(String owner) {
        return !owner.equals(Past.NOBODY) && !owner.equals(Past.NOT_KNOWN);
    }

    /** All attributes in the order in which they are declared, in millionths. */
    String of(Film film, String actor, long since, long at) {
        Past.State state = film.at(at - 1);
        double near = 1 - (state.due - at) / (double) (14 * DAY);
        boolean isDue = state.due != Long.MIN_VALUE;
        List<Done> known = done.stream().filter(other -> other.at() < at).toList();
        List<Done> alike = known.stream().filter(other -> other.type().equals(archive.classOf(Dimension.TYPE, state))
                && other.area().equals(archive.classOf(area, state))).toList();
        double stations = known.stream().mapToInt(Done::stations).average().orElse(0);
        double returns = known.stream().mapToInt(other -> hadReturned(other, at)).average().orElse(0);
        double[] values = {isDue ? Math.max(0, Math.min(1, near)) : 0, isDue ? 1 : 0,
            StrictMath.log(1 + archive.quarters.millis(since, at) / HOUR),
            -StrictMath.log(Math.max(0.1, size(film, state, known, at))),
            StrictMath.log(1 + familiar(actor, archive.classOf(area, state), at)),
            -(alike.stream().mapToInt(Done::stations).sum() + 5 * stations) / (alike.size() + 5),
            -(alike.stream().mapToInt(other -> hadReturned(other, at)).sum() + 5 * returns) / (alike.size() + 5),
            level(film, at)};
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : " ").append(millionths(values[i]));
        }
        return text.toString();
    }

    /** A figure as it is compared. */
    static long millionths(double value) {
        return Math.round(value * 1e6);
    }

    private static int hadReturned(Done other, long at) {
        return other.returned() || other.back() < at ? 1 : 0;
    }

    private double size(Film film, Past.State state, List<Done> known, long at) {
        double estimate = estimate(film, at - 1);
        if (estimate > 0) {
            return estimate;
        }
        String type = archive.classOf(Dimension.TYPE, state);
        List<Double> all = known.stream().map(Done::hours).filter(hours -> hours > 0).sorted().toList();
        List<Double> own = known.stream().filter(other -> other.type().equals(type)).map(Done::hours)
                .filter(hours -> hours > 0).sorted().toList();
        List<Double> best = own.isEmpty() ? all : own;
        return best.isEmpty() ? 1 : best.get((best.size() - 1) / 2);
    }

    /** The first estimate that tells hours, if it was there by an instant; a point is a day of eight hours. */
    private static double estimate(Film film, long at) {
        for (Event event : film.past.events) {
            String text = event.attributes().getOrDefault(Field.ESTIMATE, "");
            double number = text.matches("[0-9]+") ? Double.parseDouble(text) : 0;
            if (number > 0) {
                return film.past.at(event) > at ? 0 : number < 300 ? 8 * number : number / 3600;
            }
        }
        return 0;
    }

    private double familiar(String actor, String wanted, long at) {
        double hours = 0;
        for (Diary.Piece spell : archive.spells().getOrDefault(actor, List.of())) {
            Past.State state = archive.films.get(spell.item()).at(spell.from());
            long within = Math.min(at, spell.to()) - Math.max(at - 180 * DAY, spell.from());
            hours += archive.classOf(area, state).equals(wanted) ? Math.max(0, within) / HOUR : 0;
        }
        return hours;
    }

    private double level(Film film, long at) {
        Event created = film.past.events.stream().filter(event -> event.verb() == Verb.created).findFirst()
                .orElse(null);
        return created == null || !film.past.byPerson(created) ? 0 : archive.decree.level(created.actor().id(), at);
    }
}
