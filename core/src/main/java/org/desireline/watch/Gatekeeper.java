package org.desireline.watch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.desireline.charter.Gate;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.publish.Published;
import org.desireline.watch.Verdict.Figure;

/**
 * Judges gates.
 *
 * <p>Question: does a figure keep its limit? Method: all that the figure may be, its interval together with its range
 * under other settings, is set against the limit. It holds where it lies wholly within, it is broken where it lies
 * wholly beyond, and otherwise it cannot be told. The limit itself is within. Cost: linear in the lines of a reading.
 * Blind spot: an interval covers what is random, not what was never recorded.
 */
public final class Gatekeeper {

    /** Accounts that are never folded into others: where such a one has no line, not an hour was posted to it. */
    private static final Set<String> NEVER_FOLDED = Set.of("nobody", "reviewer", "decider", "otherItem");
    /** What owners did meanwhile: one that has no line, where the split has others, was not seen at all. */
    private static final Set<String> SPLIT =
            Set.of("outranked", "contention", "displacedNew", "displacedInflight", "busyUnranked", "busyAmbiguous");
    private static final String SILENT = "silent";
    /** The denominators of shares, in words; hours have none. */
    private static final Map<String, String> WHOLES = Map.of("hours", "", "share", "live hours on calendar",
            "wallShare", "open hours, wall clock", "waitingShare", "waiting hours on calendar");
    /** How a line begins that gives a refusal in place of its figure. */
    private static final String REFUSED = "Not enough evidence";

    private Gatekeeper() {}

    /** Judges a gate by a run over the gate's window. */
    public static Verdict judge(Gate gate, Published published) {
        String window = published.head().window().name();
        if (!window.equalsIgnoreCase(gate.window().strip())) {
            throw new IllegalArgumentException("The gate '" + gate.name() + "' is about the window " + gate.window()
                    + ", the run about " + window + ". Perhaps run over the gate's window.");
        }
        Address address = Address.of(gate, published);
        Line line = address.line();
        if (line == null) {
            Optional<Figure> nothing = nothing(address.id(), published);
            return nothing.isPresent() ? judge(gate, nothing.get())
                    : new Verdict.Unknown(gate, address.id(), Optional.empty(), address.lack());
        }
        Estimate estimate = line.estimate();
        if (estimate == null) {
            String why = String.valueOf(line.withheld());
            return new Verdict.Unknown(gate, line.id(), Optional.empty(),
                    why.startsWith(REFUSED) ? why : "the figure is withheld: " + why);
        }
        return judge(gate, Figure.of(line.id(), line.of(), estimate));
    }

    private static Verdict judge(Gate gate, Figure figure) {
        Double most = gate.atMost();
        Double least = gate.atLeast();
        Optional<String> unfit = unfit(gate, figure.estimate().unit());
        if (unfit.isPresent()) {
            return new Verdict.Unknown(gate, figure.line(), Optional.of(figure), unfit.get());
        }
        double low = figure.range().low();
        double high = figure.range().high();
        if ((most != null && low > most) || (least != null && high < least)) {
            return new Verdict.Broken(gate, figure);
        }
        if ((most == null || high <= most) && (least == null || low >= least)) {
            return new Verdict.Holds(gate, figure);
        }
        return new Verdict.Unknown(gate, figure.line(), Optional.of(figure), Wording.undecided(gate, figure));
    }

    /** Why a limit cannot be compared with a figure in this unit. */
    private static Optional<String> unfit(Gate gate, Unit unit) {
        boolean isCount = unit == Unit.HOURS || unit == Unit.CHOICES || unit == Unit.ITEMS
                || unit == Unit.DAYS || unit == Unit.TIMES;
        if (gate.percent() && isCount) {
            return Optional.of("the limit, " + Wording.limit(gate, unit) + ", is a share, and the figure is counted in "
                    + unit.name().toLowerCase(Locale.ROOT)
                    + (gate.reading().equals("ledger") ? ". Perhaps add of: live, of: waiting or of: elapsed" : ""));
        }
        Double most = gate.atMost();
        Double least = gate.atLeast();
        boolean isBeyondOne = (most != null && most > 1) || (least != null && least > 1);
        if (unit == Unit.SHARE && !gate.percent() && isBeyondOne) {
            return Optional.of("the limit, " + Wording.limit(gate, null) + ", is no share: a share lies between 0 and 1"
                    + ". Perhaps write it in per cent");
        }
        return Optional.empty();
    }

    /**
     * The figure 0, where the ledger shows the row but not an hour of it was posted to the account. Said only where
     * the owner of the whole row is on record: what is not known may have belonged to any account. What owners did
     * meanwhile may be as much as they were silent.
     */
    private static Optional<Figure> nothing(String id, Published published) {
        String[] parts = id.split("/", -1);
        if (parts.length != 5 || !parts[0].equals("ledger") || !WHOLES.containsKey(parts[4])) {
            return Optional.empty();
        }
        String row = parts[0] + "/" + parts[1] + "/" + parts[2] + "/";
        String witness = SPLIT.contains(parts[3]) ? SILENT + "/" + parts[4]
                : parts[4].equals("waitingShare") ? "waiting/hours" : "live/hours";
        Estimate seen = published.line(row + witness).map(Line::estimate).orElse(null);
        boolean isKnown = published.reading("ledger").stream().flatMap(reading -> reading.lines().stream())
                .noneMatch(line -> line.id().startsWith(row + "ownerUnknown/"));
        if (seen == null || !isKnown || !(NEVER_FOLDED.contains(parts[3]) || SPLIT.contains(parts[3]))) {
            return Optional.empty();
        }
        double most = SPLIT.contains(parts[3]) ? Math.max(seen.high(), seen.sensitivityHigh()) : 0;
        Unit unit = parts[4].equals("hours") ? Unit.HOURS : Unit.SHARE;
        return Optional.of(Figure.of(id, String.valueOf(WHOLES.get(parts[4])), new Estimate(0, 0, 0, unit, seen.n(),
                seen.actors(), seen.grade(), 0, most, Strength.EXACT)));
    }
}
