package org.desireline.instrument.course;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.instrument.Card;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Support;
import org.desireline.instrument.Top;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Unit;
import org.desireline.part.Account;
import org.desireline.part.Frame;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;

/**
 * Posts the hours of all work week by week, by the party that was awaited.
 *
 * <p>Question: did waiting grow, shrink or move from one party to another? Unit: hours. Method: see the card. Cost:
 * O(s + w) an item in its stretches and weeks; memory in weeks × parties. Law: the weeks of a party add up to its hours
 * in the ledger. Blind spot: what an owner did meanwhile is not told by week.
 */
public final class Course implements Instrument<Trace, Course.Log> {

    private static final double HOUR_MILLIS = 3_600_000.0;
    private static final int FEWEST_PERIODS = 2;
    private static final int MOST_CASES = 3;

    /** The sums of one period. */
    private static final class Page implements Serializable {

        private static final long serialVersionUID = 1L;

        final long[] millis = new long[Account.values().length];
        final long[] items = new long[Account.values().length];
        final TreeMap<Integer, Top> longest = new TreeMap<>();
        final BitSet people = new BitSet();
        long open;

        void add(Page other) {
            for (int i = 0; i < millis.length; i++) {
                millis[i] += other.millis[i];
                items[i] += other.items[i];
            }
            other.longest.forEach((party, top) -> longest.computeIfAbsent(party, none -> new Top()).add(top));
            people.or(other.people);
            open += other.open;
        }
    }

    /** The tally: a page a period. */
    public static final class Log implements Serializable {

        private static final long serialVersionUID = 1L;

        private final Calendar calendar;
        private final TreeMap<Integer, Page> pages = new TreeMap<>();
        private long traces;
        private long used;

        private Log(Calendar calendar) {
            this.calendar = calendar;
        }
    }

    @Override
    public Card card() {
        return new Card(
                "course",
                "How did the hours go from week to week, by the party that was awaited?",
                "on-calendar hours a week",
                "Every live stretch of every item is cut where weeks begin, and its working hours are posted to the"
                        + " party that would have had to act next. Recorded work is its owner's: who worked in one week"
                        + " is told of nobody. Of a window longer than two years, quarters instead of weeks. The outer"
                        + " ones are clipped to the window.",
                List.of("Little (1961), A proof for the queuing formula L = λW"),
                "O(1) a stretch and a week; memory in weeks × parties",
                List.of(),
                "2 weeks, and in each of them 5 items and 5 people",
                "Hours are told of a week or a party that had none",
                List.of("Hours of one item lie in several weeks: a week with more hours need not be one in which more"
                                + " came",
                        "Without a declared calendar one working week is assumed, holidays included"));
    }

    @Override
    public List<Class<? extends Trace>> grains() {
        return List.of(Trace.class);
    }

    @Override
    public Log zero(Frame frame) {
        return new Log(Calendar.of(frame.window().span(), frame.charter().week()));
    }

    @Override
    public void add(Log log, Trace trace) {
        if (trace.container()) {
            return;
        }
        log.traces++;
        TreeMap<Integer, long[]> byPeriod = new TreeMap<>();
        for (Stretch stretch : trace.stretches()) {
            Account account = party(Account.of(stretch));
            if (stretch.inWindow() && account.isLive() && stretch.millis() > 0) {
                for (int period = log.calendar.at(stretch.fromMillis()); period <= log.calendar.at(
                        stretch.toMillis() - 1); period++) {
                    long from = period == log.calendar.at(stretch.fromMillis()) ? stretch.fromMillis()
                            : log.calendar.end(period - 1);
                    long[] millis = byPeriod.computeIfAbsent(period, none -> new long[Account.values().length]);
                    millis[account.ordinal()] += log.calendar.workingMillis(from,
                            Math.min(stretch.toMillis(), log.calendar.end(period)));
                }
            }
        }
        log.used += byPeriod.isEmpty() ? 0 : 1;
        byPeriod.forEach((period, millis) ->
                post(log.pages.computeIfAbsent(period, none -> new Page()), trace, millis));
    }

    private static void post(Page page, Trace trace, long[] millis) {
        page.open++;
        Arrays.stream(trace.actors()).forEach(page.people::set);
        for (int party = 0; party < millis.length; party++) {
            if (millis[party] > 0) {
                page.millis[party] += millis[party];
                page.items[party]++;
                page.longest.computeIfAbsent(party, none -> new Top()).add(new Top.Case(millis[party], 0, trace.item(),
                        trace.key(), trace.createdMillis(), "", new ArrayList<>(List.of(millis[party]))));
            }
        }
    }

    private static Account party(Account account) {
        return account == Account.worked || account == Account.rework ? Account.owner : account;
    }

    @Override
    public Log merge(Log log, Log other) {
        other.pages.forEach((period, page) -> log.pages.computeIfAbsent(period, none -> new Page()).add(page));
        log.traces += other.traces;
        log.used += other.used;
        return log;
    }

    @Override
    public Next<Log> close(Log log, Frame frame, List<Reading> needed) {
        if (log.pages.size() < FEWEST_PERIODS) {
            return new Next.Done<>(new Reading("course", new Reading.Refusal(String.format(Locale.ROOT,
                    "items were open in %d %ss of the window", log.pages.size(), log.calendar.unit()),
                    FEWEST_PERIODS + " of them"), log.traces, 0, Map.of(), List.of(), List.of(), List.of()));
        }
        List<Line> lines = new ArrayList<>();
        log.pages.forEach((period, page) -> lines(log.calendar, period, page, frame, lines));
        return new Next.Done<>(new Reading("course", null, log.traces, log.used, Map.of(), List.of(), lines,
                List.of()));
    }

    private static void lines(Calendar calendar, int period, Page page, Frame frame, List<Line> lines) {
        String name = calendar.unit() + "/" + calendar.day(period);
        String prefix = "course/all/all/" + name + "/";
        for (Account party : Account.values()) {
            int code = party.ordinal();
            if (page.millis[code] > 0) {
                Grade grade = party == Account.ownerUnknown ? Grade.AMBIGUOUS
                        : frame.charter().assumed() ? Grade.ASSUMED : Grade.OBSERVED;
                Support support = new Support(Support.Basis.STRUCTURE, page.open, page.people.cardinality(), 0,
                        prefix + party.name(), List.of(Support.weeks(party)));
                List<Evidence> evidence = page.longest.getOrDefault(code, new Top()).cases().stream().limit(MOST_CASES)
                        .map(item -> evidence(item, party, frame)).toList();
                lines.add(new Line(prefix + party.name() + "/hours", new Line.About("all", "all"), party.name(), name,
                        Estimate.exact(page.millis[code] / HOUR_MILLIS, Unit.HOURS, page.items[code],
                                page.people.cardinality(), grade),
                        "live hours on calendar in the " + calendar.unit() + " from " + calendar.day(period)
                                + ", as far as it lies in the window", support, null, evidence));
            }
        }
    }

    private static Evidence evidence(Top.Case item, Account party, Frame frame) {
        return new Evidence(item.key(), Instant.ofEpochMilli(item.atMillis()).atZone(frame.charter().week().zone())
                .toLocalDate().toString(), String.format(Locale.ROOT, "created; %.1f h %s", item.weight() / HOUR_MILLIS,
                        party.phrase()), List.of(), List.of());
    }
}
