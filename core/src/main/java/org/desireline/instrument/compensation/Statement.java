package org.desireline.instrument.compensation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Top;
import org.desireline.number.Grade;
import org.desireline.number.Holm;
import org.desireline.number.Strength;
import org.desireline.part.Frame;
import org.jspecify.annotations.Nullable;

/** Turns the tally into a reading: work outside the calendar by team, work for others by area, and what is claimed. */
final class Statement {

    private static final double ALPHA = 0.05;
    private static final double HALF = 0.5;
    private static final double LEAST_KAPPA = 0.2;
    private static final String ALL = "compensation/all/all/";
    private static final String OUTSIDE = "recorded work outside working hours";
    private static final String DATED = "recorded work that is dated within its day";
    private static final String OTHERS = "recorded work on calendar by others than the declared owners";
    private static final String IN_AREA = "recorded work there on calendar";

    private final Compensation.Count count;
    private final Frame frame;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private final BitSet heard = new BitSet();
    private final Dimension dimension;
    private long away;

    /** Something that may be claimed: its lines, once it is known how many claims there are. */
    private record Claim(PortionLines lines, Portion portion, double reference, double lowest, Grade grade,
            List<Evidence> evidence) {

        double p() {
            return portion.pAbove(reference);
        }

        Strength strength(double adjusted) {
            boolean above = portion.interval().low() > reference && lowest * portion.share() > reference
                    && p() < ALPHA;
            return !above ? Strength.CANNOT_TELL
                    : adjusted < ALPHA && grade == Grade.OBSERVED ? Strength.SHOWS : Strength.SUGGESTS;
        }
    }

    Statement(Compensation.Count count, Frame frame) {
        this.count = count;
        this.frame = frame;
        this.dimension = Dimension.values()[count.dimension];
        frame.charter().intent().versions().forEach(version -> version.teams().stream()
                .filter(team -> !team.members().isEmpty()).forEach(team -> heard.set(team.team())));
    }

    Reading reading() {
        double kappa = frame.facts().kappa();
        if (kappa < LEAST_KAPPA) {
            return refused(count.all == 0 ? "no work is on record in whole weeks of the window"
                    : String.format(Locale.ROOT, "recorded work covers %.1f %% of working time",
                            Math.floor(1000 * kappa) / 10),
                    "work logs, or signs of work, that cover a fifth of it");
        }
        List<Claim> claims = new ArrayList<>();
        String noOutside = outside(claims);
        String noOthers = others(claims);
        if (noOutside != null && noOthers != null) {
            return refused(noOutside + "; and " + noOthers, "hours that are dated within their day, and a charter with"
                    + " a calendar, with teams that own areas, and with their members");
        }
        if (noOutside != null) {
            flags.add("work outside the calendar is not told: " + noOutside);
        }
        if (noOthers != null) {
            flags.add("work for others is not told: " + noOthers);
        }
        double[] adjusted = Holm.adjusted(claims.stream().mapToDouble(Claim::p).toArray());
        for (int i = 0; i < adjusted.length; i++) {
            Claim claim = claims.get(i);
            lines.addAll(claim.lines().lines(claim.portion(), claim.lowest(), claim.grade(),
                    claim.strength(adjusted[i]), claim.evidence()));
        }
        Map<String, Long> dropped = new TreeMap<>();
        if (count.outside > 0) {
            dropped.put("outsideWindow", count.outside);
        }
        if (away > 0) {
            dropped.put("ownersAway", away);
        }
        return new Reading("compensation", null, count.parts, count.used, dropped, flags, lines, List.of());
    }

    private Reading refused(String reason, String needs) {
        return new Reading("compensation", new Reading.Refusal(reason, needs), count.parts, 0, Map.of(), List.of(),
                List.of(), List.of());
    }

    private static String few(Portion portion) {
        return portion.weeks() < Portion.FEWEST_WEEKS ? "fewer than " + Portion.FEWEST_WEEKS
                + " whole weeks with any of it" : "fewer than " + Portion.FEWEST_PEOPLE + " people";
    }

    /** Adds what is told of work outside the calendar, or says why nothing is. */
    private @Nullable String outside(List<Claim> claims) {
        String lack = Outside.lack(count, frame);
        if (lack != null) {
            return lack;
        }
        Outside whole = Outside.of(count, count.dated.keySet());
        if (!whole.portion().isTold()) {
            return few(whole.portion());
        }
        if (frame.charter().assumed() && whole.portion().share() > HALF) {
            return "most of it lies outside the calendar, which is only guessed: it is nobody's";
        }
        Grade grade = frame.charter().assumed() ? Grade.ASSUMED : frame.facts().work().grade();
        PortionLines all = new PortionLines(new Line.About("all", "all"), ALL, "outside", OUTSIDE, DATED,
                "compensation/outside/all");
        lines.addAll(all.lines(whole.portion(), whole.lowest(), grade, Strength.EXACT, List.of()));
        List<String> moved = new ArrayList<>();
        List<String> names = frame.classes().names(Dimension.TEAM);
        boolean teams = !frame.charter().intent().teams().isEmpty();
        for (int team : teams ? count.dated.keySet() : List.<Integer>of()) {
            Outside own = Outside.of(count, List.of(team));
            PortionLines told = new PortionLines(new Line.About("team", names.get(team)), "compensation/team/"
                    + Line.idPart(names.get(team)) + "/", "outside", OUTSIDE, DATED, "compensation/outside/byTeam");
            if (!own.portion().isTold()) {
                lines.add(told.without(own.portion(), few(own.portion())));
            } else if (team == count.noTeam) {
                lines.addAll(told.lines(own.portion(), own.lowest(), grade, Strength.EXACT, List.of()));
            } else {
                claims.add(new Claim(told, own.portion(), Outside.REFERENCE, own.lowest(), grade, List.of()));
                if (own.isMostlyMoved() && own.portion().share() > Outside.REFERENCE) {
                    moved.add(names.get(team));
                }
            }
        }
        if (!teams && whole.isMostlyMoved() && whole.portion().share() > Outside.REFERENCE) {
            moved.add("everybody");
        }
        if (!moved.isEmpty()) {
            flags.add("of " + String.join(", ", moved) + " more than half of what lies outside the calendar would lie"
                    + " within a working week moved by whole hours: perhaps another time zone, or another shift");
        }
        if (count.undated > 0) {
            flags.add(String.format(Locale.ROOT, "of the recorded hours %.0f %% are not dated within their day, and"
                    + " count on neither side", Math.ceil(100.0 * count.undated / count.all)));
        }
        return null;
    }

    /** Adds what is told of work in areas by others than their owners, or says why nothing is. */
    private @Nullable String others(List<Claim> claims) {
        if (count.areas.isEmpty() || frame.charter().intent().teams().isEmpty()) {
            return "nobody is declared to own what was worked on";
        }
        if (heard.isEmpty()) {
            return "nobody is declared to be a member of the teams that own areas";
        }
        List<String> names = frame.classes().names(dimension);
        int named = frame.classes().named(dimension);
        List<Integer> areas = IntStream.range(0, named).filter(count.areas::containsKey).boxed().toList();
        Portion whole = Others.together(count, areas, heard);
        if (!whole.isTold()) {
            return few(whole);
        }
        Grade grade = frame.charter().assumed() ? Grade.ASSUMED : frame.facts().work().grade();
        lines.addAll(new PortionLines(new Line.About("all", "all"), ALL, "byOthers", OTHERS, IN_AREA,
                "compensation/byOthers/all").lines(whole, 1, grade, Strength.EXACT, List.of()));
        for (int area : areas) {
            Others own = Others.of(count, area, heard);
            away += own.away();
            PortionLines told = new PortionLines(new Line.About(dimension.label(), names.get(area)), "compensation/"
                    + dimension.label() + "/" + Line.idPart(names.get(area)) + "/", "byOthers", OTHERS + ", "
                    + String.join(", ", own.owners().stream().map(frame.classes().names(Dimension.TEAM)::get)
                            .toList()), IN_AREA, "compensation/byOthers/byArea");
            if (own.portion().isTold()) {
                claims.add(new Claim(told, own.portion(), Others.REFERENCE, 1, grade, evidence(area)));
            } else if (own.portion().weeks() > 0) {
                lines.add(told.without(own.portion(), few(own.portion())));
            }
        }
        return null;
    }

    private List<Evidence> evidence(int area) {
        Top top = count.evidence.get(area);
        return top == null ? List.of() : top.cases().stream().map(each -> new Evidence(each.key(),
                Instant.ofEpochMilli(each.atMillis()).atZone(frame.charter().week().zone()).toLocalDate().toString(),
                "created; worked on in the window, by whomever", List.of(), List.of())).toList();
    }
}
