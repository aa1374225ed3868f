package org.desireline.instrument.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Support.Basis;
import org.desireline.instrument.Top;
import org.desireline.instrument.decision.DecisionForce.Kind;
import org.desireline.number.ClusteredShare;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.KaplanMeier;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.part.Frame;

/** Turns the tally of decisions into lines, a class at a time. */
final class Statement {

    private static final int MOST_CASES = 10;
    /** Of two deciders each would know the other's part. */
    private static final int FEWEST_DECIDERS = 3;
    private static final double HALF = 0.5;
    private static final double MOST = 0.85;
    private static final double DAY_SECONDS = 24 * 3600.0;

    private final DecisionForce.Count count;
    private final Frame frame;
    /** By cell, then by decider or actor. */
    private final Map<Long, TreeMap<Integer, Long>> sums = new HashMap<>();
    /** By class, how many took so many seconds, and whether they are decided, packed as in the tally. */
    private final Map<Long, TreeMap<Long, Long>> times = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();

    Statement(DecisionForce.Count count, Frame frame) {
        this.count = count;
        this.frame = frame;
        count.sums.forEach((key, sum) -> sums.computeIfAbsent(key >>> DecisionForce.WHO_BITS, cell -> new TreeMap<>())
                .put((int) (key & ((1L << DecisionForce.WHO_BITS) - 1)), sum));
        count.times.forEach((key, number) -> times.computeIfAbsent(key >>> DecisionForce.TIME_BITS,
                cell -> new TreeMap<>()).put(key & ((1L << DecisionForce.TIME_BITS) - 1), number));
    }

    Reading reading() {
        untested();
        if (count.used < DecisionForce.LEAST) {
            String reason = count.parts == 0 ? "nothing on record came up for decision"
                    : count.used == 0 ? "nothing came up for decision in the window" : "only " + count.used
                            + (count.used == 1 ? " decision" : " decisions") + " came up in the window";
            return new Reading("decision", new Reading.Refusal(reason, DecisionForce.LEAST + " that did: items that"
                    + " stand in a status where a decision is awaited, or events that say that something was decided;"
                    + " or a longer window"), count.parts, 0, count.dropped, flags, List.of(), List.of());
        }
        for (Slice slice : count.slices) {
            List<String> names = slice.names(frame);
            for (int code = 0; code < names.size(); code++) {
                if (total(Kind.CAME_UP, slice, code) > 0) {
                    new Row(slice, code, new Line.About(slice.label(), names.get(code))).post();
                }
            }
        }
        return new Reading("decision", null, count.parts, count.used, count.dropped, flags, lines, List.of());
    }

    /** Rights of which nothing can be said, and why. */
    private void untested() {
        List<String> names = frame.charter().intent().rights();
        for (int code = 0; code < names.size(); code++) {
            int right = code;
            boolean told = frame.charter().intent().versions().stream().flatMap(version -> version.rights().stream())
                    .anyMatch(each -> each.right() == right && each.isTold());
            String why = !told ? "it does not say which items need it (where)"
                    : total(Kind.CAME_UP, Slice.RIGHT, code) == 0 ? "no decision that falls under it came up in the"
                            + " window" : total(Kind.BY_PERSON, Slice.RIGHT, code) == 0 ? "nobody on record decided"
                            + " what came up under it" : "";
            if (!why.isEmpty()) {
                flags.add("the right " + names.get(code) + " was never tested: " + why);
            }
        }
    }

    private Map<Integer, Long> of(Kind kind, Slice slice, int code) {
        return sums.getOrDefault(DecisionForce.cell(kind, slice, code), new TreeMap<>());
    }

    private long total(Kind kind, Slice slice, int code) {
        return of(kind, slice, code).values().stream().mapToLong(Long::longValue).sum();
    }

    private String day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(frame.charter().week().zone()).toLocalDate().toString();
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
            this.prefix = "decision/" + about.kind() + "/" + Line.idPart(about.id()) + "/";
            this.people = of(Kind.ACTOR, slice, code).size();
        }

        void post() {
            number("cameUp", Kind.CAME_UP, "decisions that came up in the window");
            number("open", Kind.OPEN, "decisions that came up in the window and are not made yet");
            declared();
            share("onePerson", Kind.ONE, Kind.TIMED, "decisions made; one person at most left a trace on the item"
                    + " until then", structure("people", Kind.TIMED, "people"), List.of());
            share("twoToFour", Kind.FEW, Kind.TIMED, "decisions made; two to four people left a trace on the item"
                    + " until then", structure("people", Kind.TIMED, "people"), List.of());
            share("fiveOrMore", Kind.MANY, Kind.TIMED, "decisions made; five people or more left a trace on the item"
                    + " until then", structure("people", Kind.TIMED, "people"), List.of());
            share("handedOver", Kind.HANDED_OVER, Kind.TIMED, "decisions made; the item went from one person to another"
                    + " while it awaited one", structure("handedOver", Kind.TIMED, "handedOver"), List.of());
            share("elsewhere", Kind.ACTED, Kind.TIMED, "decisions made; work was committed, merged, logged or begun"
                    + " before the decision was recorded", structure("elsewhere", Kind.TIMED, "elsewhere"),
                    cases(Kind.ACTED, "work came before the decision"));
            back();
            days("elapsed", HALF, "decisions that came up; days until decided, median");
            days("elapsed85", MOST, "decisions that came up; days until decided, 85 % of them");
        }

        private void number(String label, Kind kind, String of) {
            line(label, Estimate.exact((double) total(kind, slice, code), Unit.ITEMS,
                    total(Kind.CAME_UP, slice, code), people, Grade.OBSERVED), of,
                    structure(label, Kind.CAME_UP, label), List.of());
        }

        /** The share that somebody decided who was declared to. */
        private void declared() {
            if (total(Kind.BY_PERSON, slice, code) == 0) {
                return;
            }
            String of = "decisions under the right that a person on record made, by somebody who was declared to decide"
                    + " it then";
            long deciders = of(Kind.BY_DECLARED, slice, code).values().stream().filter(n -> n > 0).count();
            if (deciders < FEWEST_DECIDERS) {
                lines.add(new Line(prefix + "declaredShare", about, "declaredShare", "window", null, of,
                        structure("declaredShare", Kind.CAME_UP, "declaredShare"), "fewer than " + FEWEST_DECIDERS
                                + " declared deciders decided: it would be a figure of one of them", List.of()));
            } else {
                share("declaredShare", Kind.BY_DECLARED, Kind.BY_PERSON, of, activity("declaredShare", Kind.BY_PERSON),
                        cases(Kind.BY_PERSON, "by somebody who was not declared to decide it"));
            }
        }

        /** What came up or was decided again. */
        private void back() {
            long followed = total(Kind.FOLLOWED, slice, code);
            if (followed >= DecisionForce.LEAST) {
                share("cameBack", Kind.CAME_BACK, Kind.FOLLOWED, "decisions made 60 days ago or more; came up again"
                        + " within 60 days", activity("cameBack", Kind.FOLLOWED), List.of());
                share("decidedAgain", Kind.AGAIN, Kind.FOLLOWED, "decisions made 60 days ago or more; decided again"
                        + " within 60 days", activity("cameBack", Kind.FOLLOWED),
                        cases(Kind.AGAIN, "decided again within 60 days"));
            } else if (slice == Slice.ALL) {
                flags.add("decided again: Not enough evidence: only " + followed + " of the decisions were made 60 days"
                        + " ago or more; needs " + DecisionForce.LEAST + ".");
            }
        }

        private void days(String label, double share, String of) {
            TreeMap<Long, Long> packed = times.getOrDefault((long) slice.ordinal() << DecisionForce.CLASS_BITS | code,
                    new TreeMap<>());
            int n = (int) packed.values().stream().mapToLong(Long::longValue).sum();
            if (n < DecisionForce.LEAST) {
                return;
            }
            double[] exit = new double[n];
            boolean[] event = new boolean[n];
            int at = 0;
            for (Map.Entry<Long, Long> each : packed.entrySet()) {
                for (long i = 0; i < each.getValue(); i++) {
                    exit[at] = (each.getKey() >>> 1) / DAY_SECONDS;
                    event[at++] = (each.getKey() & 1) == 1;
                }
            }
            KaplanMeier.Quantile quantile = KaplanMeier.of(exit, event).quantile(share);
            OptionalDouble value = quantile.value();
            if (value.isPresent() && quantile.low().isPresent() && quantile.high().isPresent()) {
                double days = value.getAsDouble();
                line(label, new Estimate(days, Math.min(days, quantile.low().getAsDouble()),
                        Math.max(days, quantile.high().getAsDouble()), Unit.DAYS, n, people, Grade.OBSERVED, days,
                        days, Strength.EXACT), of, structure(label, Kind.CAME_UP, ""),
                        cases(Kind.TIMED, ""));
            } else if (slice == Slice.ALL) {
                flags.add(String.format(Locale.ROOT, "days until decided: Not enough evidence: %d are too few to say,"
                        + " with an interval, by when %.0f %% are decided; needs more, or later data.", n,
                        100 * share));
            }
        }

        private void share(
                String label, Kind part, Kind whole, String of, Support support, List<Evidence> evidence) {
            Map<Integer, Long> all = of(whole, slice, code);
            long n = total(whole, slice, code);
            if (n > 0) {
                Map<Integer, Long> some = of(part, slice, code);
                Interval interval = ClusteredShare.of(
                        all.keySet().stream().mapToLong(who -> some.getOrDefault(who, 0L)).toArray(),
                        all.values().stream().mapToLong(Long::longValue).toArray());
                line(label, new Estimate(interval.value(), interval.low(), interval.high(), Unit.SHARE, n, people,
                        Grade.OBSERVED, interval.value(), interval.value(), Strength.EXACT), of, support, evidence);
            }
        }

        /** What rests on how items stood, whoever decided. */
        private Support structure(String cell, Kind kind, String column) {
            return new Support(Basis.STRUCTURE, total(kind, slice, code), people, 0, prefix + cell,
                    column.isEmpty() ? List.of() : slice.tables(column));
        }

        /** What rests on what deciders did. */
        private Support activity(String cell, Kind kind) {
            Map<Integer, Long> deciders = of(kind, slice, code);
            long n = total(kind, slice, code);
            long largest = deciders.entrySet().stream().filter(each -> each.getKey() < DecisionForce.NOBODY)
                    .mapToLong(Map.Entry::getValue).max().orElse(0);
            long known = deciders.keySet().stream().filter(who -> who < DecisionForce.NOBODY).count();
            return new Support(Basis.ACTIVITY, n, known, n == 0 ? 0 : (double) largest / n, prefix + cell,
                    slice.tables(cell));
        }

        private void line(String label, Estimate estimate, String of, Support support, List<Evidence> evidence) {
            lines.add(new Line(prefix + label, about, label, "window", estimate, of, support, null, evidence));
        }

        private List<Evidence> cases(Kind kind, String what) {
            Top top = count.evidence.get(DecisionForce.cell(kind, slice, code));
            return top == null ? List.of() : top.cases().stream().limit(MOST_CASES).map(each -> new Evidence(each.key(),
                    day(each.atMillis()), words(each, what), each.origin().isEmpty() ? List.of()
                            : List.of(each.origin()), List.of())).toList();
        }

        private static String words(Top.Case each, String what) {
            if (each.details().get(1) == 0) {
                return "decided; " + what;
            }
            double days = each.weight() / (double) DecisionForce.DAY_MILLIS;
            return each.details().get(0) == 0 ? String.format(Locale.ROOT, "came up; open for %.1f d", days)
                    : String.format(Locale.ROOT, "came up; decided after %.1f d%s", days,
                            what.isEmpty() ? "" : "; " + what);
        }
    }
}
