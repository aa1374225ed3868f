package org.desireline.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.part.Account;
import org.desireline.publish.Published;

/**
 * What can be claimed of whom work waits for: that one part of the organisation waits longer for a party than every
 * other part does, or that the most important work waits for one party more than for all others together.
 *
 * <p>Waiting for the owner is no claim: it is what a queue is. Each claim rests on whole intervals, of the share in
 * question and of those it is compared with.
 */
final class Parties {

    private static final double HALF = 0.5;
    /** Less than a fifth of what a part waits is no bottleneck, however little the others wait. */
    private static final double LEAST = 0.2;
    private static final String SHARE = " waitingShare";
    private static final List<Account> OTHERS =
            List.of(Account.nobody, Account.reviewer, Account.decider, Account.otherItem);
    private static final List<Dimension> PATHS = List.of(Dimension.AREA, Dimension.TEAM, Dimension.COMPONENT);

    private final Published published;
    private final String window;

    Parties(Published published, String window) {
        this.published = published;
        this.window = window;
    }

    /** The part that stands out most clearly. */
    Optional<Sentence> standsOut() {
        for (Dimension dimension : PATHS) {
            List<Sentence> found = new ArrayList<>();
            double clearest = 0;
            for (Account account : OTHERS) {
                List<Line> lines = shares(dimension.label(), account);
                if (lines.size() < 2) {
                    continue;
                }
                Line first = lines.get(0);
                double others = lines.stream().skip(1).mapToDouble(line -> estimate(line).high()).max().orElse(1);
                double gap = estimate(first).low() - others;
                if (gap > clearest && estimate(first).low() > LEAST) {
                    clearest = gap;
                    found.add(path(first, account, dimension, others));
                }
            }
            if (!found.isEmpty()) {
                return Optional.of(found.getLast());
            }
        }
        return Optional.empty();
    }

    private Sentence path(Line line, Account account, Dimension dimension, double others) {
        Estimate share = estimate(line);
        return new Sentence("path", String.format(Locale.ROOT, "Of the working hours that items of %s waited in %s,"
                + " %.0f %% %s (95 %% interval %.0f to %.0f %%, %,d items); in no other %s is it more than %.0f %%.",
                line.about().id(), window, 100 * share.value(), waited(account), 100 * share.low(), 100 * share.high(),
                share.n(), dimension.label(), 100 * others), line.id());
    }

    /** The most important class that waits for one party more than for all others, its owner aside. */
    Optional<Sentence> prevails() {
        for (String priority : published.head().priorities()) {
            for (Account account : OTHERS) {
                Line line = published.line("ledger/priority/" + Line.idPart(priority) + "/" + account.name()
                        + "/waitingShare").orElse(null);
                Estimate share = line == null ? null : line.estimate();
                if (line != null && share != null && share.low() > HALF) {
                    return Optional.of(new Sentence("party", String.format(Locale.ROOT,
                            "Of the working hours that %s items waited in %s, %.0f %% %s (95 %% interval %.0f to"
                                    + " %.0f %%, %,d items): longer than for everything else together.",
                            priority, window, 100 * share.value(), waited(account), 100 * share.low(),
                            100 * share.high(), share.n()), line.id()));
                }
            }
        }
        return Optional.empty();
    }

    /** How a share of the hours went to a party. */
    static String waited(Account account) {
        return switch (account) {
            case nobody -> "waited for nobody: they had no owner";
            case owner -> "lay with their owner";
            case reviewer -> "waited for a reviewer";
            case decider -> "waited for a decision";
            case otherItem -> "were blocked by another item";
            case ownerUnknown, worked, rework, parked, closedGap -> "went to " + account.name();
        };
    }

    /** The shares of the rows of a kind, the one with the greatest lower end first. */
    private List<Line> shares(String kind, Account account) {
        return published.readings().stream().flatMap(reading -> reading.lines().stream())
                .filter(line -> line.about().kind().equals(kind) && line.label().equals(account.name() + SHARE)
                        && line.period().equals("window") && line.estimate() != null)
                .sorted(Comparator.<Line>comparingDouble(line -> -estimate(line).low()).thenComparing(Line::id))
                .toList();
    }

    private static Estimate estimate(Line line) {
        Estimate estimate = line.estimate();
        if (estimate == null) {
            throw new IllegalArgumentException("A withheld line cannot be said: " + line.id());
        }
        return estimate;
    }
}
