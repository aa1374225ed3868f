package org.desireline.instrument.resistance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.Top;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.part.Account;
import org.desireline.part.Frame;

/** Makes the lines of the important work of one part: for whom it waited, and how much more than elsewhere. */
final class PartLines {

    private static final String WORK = "important";

    private final Path path;
    private final Frame frame;
    private final Map<Integer, Top> longest;
    private final List<Line> lines;
    private final Line.About about;
    private final String prefix;
    private final String tables;
    private final Grade grade;
    private final double waited;

    PartLines(Path path, Frame frame, Map<Integer, Top> longest, List<Line> lines) {
        this.path = path;
        this.frame = frame;
        this.longest = longest;
        this.lines = lines;
        Dimension dimension = path.way.dimension();
        String part = frame.classes().names(dimension).get(path.way.part());
        this.about = new Line.About(dimension.label(), part);
        this.prefix = Way.prefix(dimension, part, WORK);
        this.tables = "resistance/" + dimension.label() + "/";
        this.grade = frame.charter().assumed() ? Grade.ASSUMED : Grade.OBSERVED;
        this.waited = Path.sum(path.waiting());
    }

    void all(List<Excess.Party> parties, Excess excess, boolean judged) {
        if (waited == 0) {
            return;
        }
        List<String> sums = List.of(tables + "every/important", tables + Line.idPart(about.id()) + "/important");
        lines.add(new Line(prefix + "waiting", about, WORK + " waiting", "window", Estimate.exact(waited
                / Path.HOUR_MILLIS, Unit.HOURS, path.items(), path.people(), grade), "live hours on calendar of"
                + " important work without recorded work", path.structure(prefix + "structure", sums), null,
                List.of()));
        parties.forEach(party -> party(party, excess, judged));
    }

    private void party(Excess.Party party, Excess excess, boolean judged) {
        SortedMap<Integer, Double> own = party.of(path);
        double millis = Path.sum(own);
        if (millis == 0) {
            return;
        }
        Support support = support(party);
        add(party, "hours", Estimate.exact(millis / Path.HOUR_MILLIS, Unit.HOURS, path.items(), support.actors(),
                grade), "hours on calendar that important work waited", support);
        double share = millis / waited;
        RatioJackknife ratio = Path.ratio(own, path.waiting());
        Interval interval = ratio == null ? new Interval(share, 0, 1) : ratio.interval();
        add(party, "waitingShare", share(share, Math.max(0, interval.low()), Math.min(1, interval.high()), support,
                Strength.EXACT), "waiting hours on calendar of important work", support);
        Excess.Standing standing = judged ? excess.of(path.way, party) : null;
        if (standing != null && standing.contrast() != null) {
            Interval more = standing.contrast().interval();
            add(party, "excess", share(more.value(), Math.max(-1, more.low()), Math.min(1, more.high()), support,
                    standing.strength()), "waiting hours of important work, less the same share in all other "
                    + path.way.dimension().plural(), support);
            Interval rest = standing.elsewhere();
            add(party, "elsewhere", share(rest.value(), Math.max(0, rest.low()), Math.min(1, rest.high()), support,
                    Strength.EXACT), "waiting hours of important work in all other " + path.way.dimension().plural(),
                    support);
        }
    }

    private Support support(Excess.Party party) {
        if (!party.isActivity()) {
            return path.structure(prefix + "structure", List.of(tables + "every/important",
                    tables + Line.idPart(about.id()) + "/important"));
        }
        SortedMap<Integer, Double> doers = party.doers(path);
        double largest = Collections.max(doers.values()) / Path.sum(doers);
        return new Support(Support.Basis.ACTIVITY, path.items(), doers.size(), Math.min(1, largest), prefix
                + party.name(), List.of(tables + "every/important/" + party.name()));
    }

    private Estimate share(double value, double low, double high, Support support, Strength strength) {
        return new Estimate(value, Math.min(value, low), Math.max(value, high), Unit.SHARE, path.items(),
                support.actors(), grade, value, value, strength);
    }

    private void add(Excess.Party party, String label, Estimate estimate, String of, Support support) {
        lines.add(new Line(prefix + party.name() + "/" + label, about, WORK + " " + party.name() + " " + label,
                "window", estimate, of, support, null, label.equals("excess") || label.equals("hours") ? evidence(party)
                : List.of()));
    }

    private List<Evidence> evidence(Excess.Party party) {
        Account account = switch (party) {
            case nobody -> Account.nobody;
            case ownerUnknown -> Account.ownerUnknown;
            case reviewer -> Account.reviewer;
            case decider -> Account.decider;
            case otherItem -> Account.otherItem;
            case owner, queue, displacedNew -> Account.owner;
        };
        Top top = longest.get(path.way.packed() << 5 | account.ordinal());
        List<Evidence> all = new ArrayList<>();
        if (top != null) {
            top.cases().forEach(item -> all.add(new Evidence(item.key(), Instant.ofEpochMilli(item.atMillis())
                    .atZone(frame.charter().week().zone()).toLocalDate().toString(), String.format(Locale.ROOT,
                    "created; %.1f h %s", item.weight() / Path.HOUR_MILLIS, account.phrase()), List.of(), List.of())));
        }
        return all;
    }
}
