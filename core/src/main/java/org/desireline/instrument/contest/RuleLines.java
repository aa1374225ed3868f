package org.desireline.instrument.contest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.contest.Contest.Kind;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.number.Wilson;

/**
 * What became of each declared tradeoff rule: on how many occasions it decided between two classes of which one was
 * started, how often it was kept and how often broken. One that nothing ever put to the test has no occasions, and says
 * so.
 */
final class RuleLines {

    private static final String EVEN_OVER = "EvenOver";
    private static final String DECIDED = "occasions on which the rule decided";

    private final ScoreSheet sheet;
    private final List<String> names;
    private final Rulings rulings;

    RuleLines(ScoreSheet sheet) {
        this.sheet = sheet;
        this.names = sheet.frame().classes().names(Dimension.PRIORITY);
        this.rulings = sheet.score().rulings;
    }

    /** Adds the lines. */
    void add() {
        List<Intent.Rule> rules = sheet.frame().charter().intent().rules();
        for (int rule = 0; rule < rules.size(); rule++) {
            boolean isOfTwo = rules.get(rule).prefer() >= 0 && rules.get(rule).over() >= 0
                    && rules.get(rule).prefer() != rules.get(rule).over();
            if (isOfTwo) {
                rule(rule, rules.get(rule));
            }
        }
        for (int first = 0; first < sheet.score().ranks; first++) {
            for (int second = first + 1; second < sheet.score().ranks; second++) {
                withoutRule(first, second);
            }
        }
    }

    private void rule(int number, Intent.Rule rule) {
        String when = rule.when().name().toLowerCase(Locale.ROOT);
        String kind = rule.pressure() == Intent.NONE ? "" : sheet.frame().charter().intent().pressures()
                .get(rule.pressure());
        String prefer = names.get(rule.prefer());
        String over = names.get(rule.over());
        String id = "contest/tradeoff/" + idPart(prefer) + EVEN_OVER + idPart(over) + "/"
                + when + (kind.isEmpty() ? "" : "-" + Line.idPart(kind));
        Line.About about = new Line.About("tradeoff",
                prefer + " even over " + over + ", " + when + (kind.isEmpty() ? "" : " " + kind));
        Map<Integer, Long> people = rulings.of(number);
        long occasions = ScoreSheet.sum(people);
        String of = "occasions on which both were on the menu, the rule decided, and one of them was started";
        if (occasions == 0) {
            sheet.add(new Line(id + "/occasions", about, "occasions", "window",
                    Estimate.exact(0, Unit.CHOICES, 0, sheet.mixed(Setting.RULES).size(), Grade.OBSERVED),
                    of + "; never tested", PairLines.never(sheet, id), null, List.of()));
            return;
        }
        String pair = PairLines.prefix(names, Math.min(rule.prefer(), rule.over()),
                Math.max(rule.prefer(), rule.over()));
        Support support = new Support(Support.Basis.ACTIVITY, occasions, people.size(), ScoreSheet.largest(people),
                id, List.of(pair + "/rules"));
        sheet.add(new Line(id + "/occasions", about, "occasions", "window",
                Estimate.exact((double) occasions, Unit.CHOICES, occasions, people.size(), Grade.OBSERVED), of,
                support, null, List.of()));
        long kept = ScoreSheet.sum(rulings.of(number, true));
        share(about, id + "/kept", DECIDED, kept, support, List.of());
        share(about, id + "/broken", DECIDED, occasions - kept, support, sheet.evidence(rulings.brokenBy(number)));
    }

    private void share(
            Line.About about, String id, String of, long count, Support support, List<Evidence> evidence) {
        Interval interval = Wilson.interval(count, support.items());
        sheet.add(new Line(id, about, id.substring(id.lastIndexOf('/') + 1), "window",
                new Estimate(interval.value(), interval.low(), interval.high(), Unit.SHARE, support.items(),
                        support.actors(), Grade.OBSERVED, interval.value(), interval.value(), Strength.EXACT),
                of, support, null, evidence));
    }

    /** What is left of a pair's occasions where no rule decided: with those under rules it adds up to the pair's. */
    private void withoutRule(int first, int second) {
        Map<Integer, Long> met = new TreeMap<>(sheet.sums(Contest.key(Kind.PAIR_MET, Setting.RULES, 0, first, second,
                0)));
        Map<Integer, Long> won = new TreeMap<>(sheet.sums(Contest.key(Kind.PAIR_WON, Setting.RULES, 0, first, second,
                0)));
        long before = ScoreSheet.sum(met);
        for (int rule : rulings.between(first, second)) {
            rulings.of(rule).forEach((who, count) -> met.merge(who, -count, Long::sum));
            rulings.of(rule, rulings.prefers(rule, first)).forEach((who, count) -> won.merge(who, -count, Long::sum));
        }
        met.values().removeIf(count -> count == 0);
        long occasions = ScoreSheet.sum(met);
        if (occasions == 0 || occasions == before) {
            return;
        }
        String pair = PairLines.prefix(names, first, second);
        share(new Line.About("pair", names.get(first) + " over " + names.get(second)), pair + "/withoutRule/wins",
                "occasions on which no tradeoff rule decided",
                ScoreSheet.sum(won), new Support(Support.Basis.ACTIVITY, occasions, met.size(),
                        ScoreSheet.largest(met), pair + "/withoutRule", List.of(pair + "/rules")), List.of());
    }

    /** A name as part of an id in which a word stands between two names. */
    private static String idPart(String name) {
        return Line.idPart(name).replace(EVEN_OVER, "%45venOver");
    }
}
