package org.desireline.instrument.commitment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.instrument.Top;
import org.desireline.instrument.commitment.Commitment.Age;
import org.desireline.instrument.commitment.Commitment.Kind;
import org.desireline.number.ClusteredShare;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.part.Frame;
import org.desireline.part.Promise;

/** Turns the tally of promises into lines, a class at a time. */
final class Balance {

    private static final double HOUR_MILLIS = 3_600_000.0;

    /** How long promises are followed to say what was withdrawn. */
    static final long YEAR_DAYS = 365;
    private static final int MOST_CASES = 10;
    private static final double HALF = 0.5;
    private static final double MOST = 0.85;

    private final Commitment.Count count;
    private final Frame frame;
    /** By cell, then by owner or actor. */
    private final Map<Long, TreeMap<Integer, Long>> sums = new HashMap<>();
    /** By cell without its kind. */
    private final Map<Long, Ages> ages = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();

    Balance(Commitment.Count count, Frame frame) {
        this.count = count;
        this.frame = frame;
        count.sums.forEach((key, sum) -> sums.computeIfAbsent(key >>> Commitment.WHO_BITS, cell -> new TreeMap<>())
                .put((int) (key & ((1L << Commitment.WHO_BITS) - 1)), sum));
        count.ages.forEach((key, number) -> {
            long cell = key >>> Commitment.AGE_BITS;
            Age age = Age.values()[(int) (cell & ((1L << Commitment.KIND_BITS) - 1))];
            ages.computeIfAbsent(cell >>> Commitment.KIND_BITS, any -> new Ages()).add(age, key, number);
        });
    }

    Reading reading() {
        boolean few = count.due < Commitment.LEAST;
        if (few && count.wholes.size() < Commitment.LEAST && count.declarations.size() < Commitment.LEAST) {
            return new Reading("commitment", new Reading.Refusal(reason(), "due dates whose changes are on record,"
                    + " fix versions with a release day, sprints with an end, or records that name a day, "
                    + Commitment.LEAST + " of them due; or a longer window"), count.parts, 0, count.dropped, List.of(),
                    List.of(), List.of());
        }
        for (Slice slice : few ? new Slice[0] : count.slices) {
            List<String> names = slice.names(frame);
            for (int code = 0; code < names.size(); code++) {
                if (total(Kind.DUE, slice, code) > 0) {
                    new Row(slice, code, new Line.About(slice.label(), names.get(code))).post();
                }
            }
        }
        lines.addAll(count.wholes.lines(frame.charter().week().zone()));
        lines.addAll(count.declarations.lines(frame.charter().week().zone()));
        if (few && count.parts > count.wholes.size()) {
            flags.add("promises by a day: Not enough evidence: " + reason() + "; needs " + Commitment.LEAST + ".");
        }
        if (count.wholes.undated() > 0) {
            flags.add("wholes: of " + count.wholes.undated() + " promises of a whole no table tells by when they were"
                    + " due: nothing is said of days, and they count in every window");
        }
        long bare = unproven(Slice.PROMISE, Promise.Kind.DECLARED.ordinal());
        if (bare > 0) {
            flags.add("kept: " + bare + (bare == 1 ? " commitment names" : " commitments name")
                    + " no evidence, so that nothing shows whether " + (bare == 1 ? "it was" : "they were") + " kept;"
                    + " of " + (bare == 1 ? "it" : "these") + " only the days are told");
        }
        long unproven = unproven(Slice.ALL, 0) - bare;
        if (unproven > 0) {
            flags.add("kept: of " + unproven + " targets that records name nothing on record shows whether they were"
                    + " kept; of these only the days are told");
        }
        if (count.releases > 0) {
            flags.add("releases: their days are those that the export holds; if a release was put off as a whole, the"
                    + " day it had before is not known");
        }
        return new Reading("commitment", null, count.parts, (few ? 0 : count.due) + count.wholes.size(),
                count.dropped, flags, lines, List.of());
    }

    private String reason() {
        long unknown = count.dropped.getOrDefault("sinceUnknown", 0L);
        return (count.parts == 0 ? "nothing on record was promised for a day"
                : count.due == 0 ? "no promise came due in the window" : "only " + count.due
                        + (count.due == 1 ? " promise" : " promises") + " came due in the window")
                + (unknown == 0 ? "" : ", and of " + unknown + " more it is not known when they were made");
    }

    private long unproven(Slice slice, int code) {
        return total(Kind.DUE, slice, code) - total(Kind.PROVABLE, slice, code);
    }

    private Map<Integer, Long> of(Kind kind, Slice slice, int code) {
        return sums.getOrDefault(Commitment.cell(kind, slice, code), new TreeMap<>());
    }

    private long total(Kind kind, Slice slice, int code) {
        return of(kind, slice, code).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The lines of one class. */
    private final class Row {

        private final Slice slice;
        private final int code;
        private final Line.About about;
        private final String prefix;
        private final long people;

        Row(Slice slice, int code, Line.About about) {
            this.slice = slice;
            this.code = code;
            this.about = about;
            this.prefix = "commitment/" + about.kind() + "/" + Line.idPart(about.id()) + "/";
            this.people = of(Kind.ACTOR, slice, code).size();
        }

        void post() {
            count("due", Kind.DUE, Unit.ITEMS, "promises whose first day passed in the window", List.of());
            share("kept", Kind.KEPT, Kind.PROVABLE, "promises due, by the day first given", List.of());
            share("keptAtLast", Kind.KEPT_AT_LAST, Kind.DUE_AT_LAST,
                    "promises whose last day has passed, by that day", List.of());
            share("neverMovedBack", Kind.UNMOVED, Kind.DUE, "promises due", List.of());
            if (total(Kind.PUSHES, slice, code) > 0) {
                count("pushes", Kind.PUSHES, Unit.TIMES, "times a day was moved back", pushed());
                share("pushedLate", Kind.LATE_PUSHES, Kind.PUSHES,
                        "times a day was moved back, recorded only after the old day had passed", List.of());
            }
            if (total(Kind.SETTLED, slice, code) > 0) {
                share("quiet", Kind.QUIET, Kind.SETTLED, "promises whose last day passed 14 days or a quarter of their"
                        + " lead time ago, or more", quiet());
                long millis = total(Kind.QUIET_MILLIS, slice, code);
                line("quietHours", Estimate.exact(millis / HOUR_MILLIS, Unit.HOURS, total(Kind.SETTLED, slice, code),
                        people, Grade.OBSERVED), "hours on calendar that quiet promises have stood since their last"
                        + " day",
                        support("quiet", Kind.SETTLED, "quiet"), List.of());
            }
            Ages own = ages.get((long) slice.ordinal() << Commitment.CLASS_BITS | code);
            if (own != null && slice.hasAges() && total(Kind.DUE, slice, code) >= Commitment.LEAST) {
                ages(own);
            }
        }

        private void ages(Ages own) {
            days("slip", own, Age.SLIP_KEPT, Age.SLIP_OPEN, HALF, "promises due; days from the first day until they are"
                    + " kept, median");
            days("slip85", own, Age.SLIP_KEPT, Age.SLIP_OPEN, MOST, "promises due; days from the first day until they"
                    + " are kept, 85 % of them");
            days("firstAction", own, Age.ACTED, Age.IDLE, HALF, "promises due; days from the promise to the first"
                    + " action on its item, median");
            long n = total(Kind.DUE, slice, code);
            if (count.year >= Commitment.LEAST) {
                Interval interval = own.withdrawnWithin(YEAR_DAYS);
                line("withdrawn", estimate(interval, Unit.SHARE, n), "promises due; withdrawn within a year of being"
                        + " made, being done the other end", support("", Kind.DUE, "due"), List.of());
            } else if (slice == Slice.ALL) {
                flags.add("withdrawn: Not enough evidence: only " + count.year + " of the promises were made a year ago"
                        + " or more; needs " + Commitment.LEAST + ".");
            }
        }

        private void days(String label, Ages own, Age ended, Age open, double share, String of) {
            if (own.n(ended) + own.n(open) == 0) {
                return;
            }
            Optional<Interval> days = own.quantile(ended, open, share);
            if (days.isPresent()) {
                line(label, estimate(days.get(), Unit.DAYS, own.n(ended) + own.n(open)), of,
                        ended == Age.SLIP_KEPT ? support("kept", Kind.PROVABLE, "kept") : support("", Kind.DUE, "due"),
                        List.of());
            } else if (slice == Slice.ALL) {
                flags.add(String.format(Locale.ROOT, "%s: Not enough evidence: %d of %d have come to it, too few to say"
                        + " when %.0f %% do; needs later data.", ended == Age.ACTED ? "first action" : "days beyond the"
                        + " first", own.n(ended), own.n(ended) + own.n(open), 100 * share));
            }
        }

        private void count(String label, Kind kind, Unit unit, String of, List<Evidence> evidence) {
            long n = total(kind, slice, code);
            line(label, Estimate.exact((double) n, unit, n, people, Grade.OBSERVED), of,
                    kind == Kind.DUE ? support("", kind, "due") : support(label, kind, label), evidence);
        }

        private void share(String label, Kind part, Kind whole, String of, List<Evidence> evidence) {
            Map<Integer, Long> all = of(whole, slice, code);
            long n = total(whole, slice, code);
            if (n == 0) {
                return;
            }
            Interval interval = interval(of(part, slice, code), all);
            line(label, estimate(interval, Unit.SHARE, n), of,
                    whole == Kind.DUE ? support("", whole, "due") : support(label, whole, label), evidence);
        }

        private Estimate estimate(Interval interval, Unit unit, long n) {
            return new Estimate(interval.value(), interval.low(), interval.high(), unit, n, people, Grade.OBSERVED,
                    interval.value(), interval.value(), Strength.EXACT);
        }

        /** Promises behind a line, whose they are, and the largest owner's share; moved days count their promises. */
        private Support support(String label, Kind kind, String column) {
            Kind promises = kind == Kind.PUSHES ? Kind.PUSHED : kind;
            Map<Integer, Long> owners = of(kind, slice, code);
            long n = total(kind, slice, code);
            long largest = owners.entrySet().stream().filter(each -> each.getKey() < Commitment.UNOWNED)
                    .mapToLong(Map.Entry::getValue).max().orElse(0);
            return new Support(Basis.ACTIVITY, total(promises, slice, code), Math.min(people, owning(owners)),
                    n == 0 ? 0 : (double) largest / n, prefix + label, slice.tables(column));
        }

        /** How many they may be the promises of: a team's are those of everybody with an event on their items. */
        private long owning(Map<Integer, Long> owners) {
            long others = owners.keySet().stream().filter(owner -> owner < Commitment.TEAMS).count();
            return others == 0 ? people : others;
        }

        private void line(
                String label, Estimate estimate, String of, Support support, List<Evidence> evidence) {
            lines.add(new Line(prefix + label, about, label, "window", estimate, of, support, null, evidence));
        }

        private List<Evidence> quiet() {
            return cases(Kind.QUIET).stream().map(each -> new Evidence(each.key(), day(each.atMillis()),
                    String.format(Locale.ROOT, "promised for %s, nothing since %s", dueDay(each.details().get(1)),
                            day(each.details().get(2))), List.of(each.origin()), List.of())).toList();
        }

        private List<Evidence> pushed() {
            return cases(Kind.PUSHES).stream().map(each -> new Evidence(each.key(), day(each.atMillis()),
                    String.format(Locale.ROOT, "promised for %s, moved back %s, %d after the old day had passed; now"
                            + " %s", dueDay(each.details().get(0)), times(each.weight()), each.details().get(3),
                            dueDay(each.details().get(1))), List.of(each.origin()), List.of())).toList();
        }

        private List<Top.Case> cases(Kind kind) {
            Top top = count.evidence.get(Commitment.cell(kind, slice, code));
            return top == null ? List.of() : top.cases().stream().limit(MOST_CASES).toList();
        }
    }

    private static String times(long n) {
        return n == 1 ? "once" : n + " times";
    }

    /** The day that ends at an instant. */
    private String dueDay(long endMillis) {
        return day(endMillis - 1);
    }

    private String day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(frame.charter().week().zone()).toLocalDate().toString();
    }

    /** A share with the wider of two intervals at each end: for promises alike, and for owners alike. */
    private static Interval interval(Map<Integer, Long> some, Map<Integer, Long> all) {
        return ClusteredShare.of(all.keySet().stream().mapToLong(who -> some.getOrDefault(who, 0L)).toArray(),
                all.values().stream().mapToLong(Long::longValue).toArray());
    }
}
