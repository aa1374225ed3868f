package org.desireline.finding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.desireline.instrument.Line;
import org.desireline.instrument.ledger.Account;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.publish.Published;

/**
 * The one thing a reader may say on Monday.
 *
 * @param kind which rule chose it: {@code order}, {@code awaited}, {@code unowned} or {@code nothing}
 * @param text the sentence
 * @param line id of the line that proves it, empty where nothing can be said
 */
public record Sentence(String kind, String text, String line) {

    private static final double HALF = 0.5;
    private static final List<Account> PARTIES =
            List.of(Account.nobody, Account.owner, Account.reviewer, Account.decider, Account.otherItem);

    /**
     * Chooses it: what displaced the declared work, where of the time that owners worked on another rank more than half
     * was on a lower one; else the order against the lived one where that may be claimed, else the party that the most
     * important work awaited longest, else what had no owner.
     */
    public static Sentence choose(Published published) {
        Sentence sentence = chosen(published);
        boolean judged = sentence.kind().equals("order") || sentence.kind().equals("displaced");
        return judged && published.head().isDeclared() && published.head().assumed()
                ? new Sentence(sentence.kind(), "As if this order had held: " + sentence.text(), sentence.line())
                : sentence;
    }

    private static Sentence chosen(Published published) {
        return displaced(published)
                .or(() -> order(published))
                .or(() -> awaited(published))
                .or(() -> unownedHours(published))
                .or(() -> unownedStock(published))
                .orElseGet(() -> new Sentence("nothing", published.hasFigures()
                        ? "Not enough evidence: no figure of this window stands out from the others;"
                                + " needs a longer window (--window all)."
                        : "Not enough evidence: no figure rests on five people and five items; needs a longer window"
                                + " (--window all) or an export with more of the tracker.", ""));
    }

    /** What displaced the most important class that has a figure, where owners began lower work more than higher. */
    private static Optional<Sentence> displaced(Published published) {
        Estimate ratio = published.line("ledger/all/all/displacement/ratio").map(Line::estimate).orElse(null);
        for (String top : published.head().priorities()) {
            String row = "ledger/priority/" + Line.idPart(top) + "/";
            Line line = published.line(row + "displacedNew/waitingShare").orElse(null);
            Estimate share = line == null ? null : line.estimate();
            Estimate waited = published.line(row + "waiting/hours").map(Line::estimate).orElse(null);
            if (line != null && share != null && ratio != null && waited != null && ratio.low() > HALF
                    && ratio.sensitivityLow() > HALF && ratio.strength() != Strength.CANNOT_TELL) {
                return Optional.of(new Sentence("displaced", String.format(Locale.ROOT,
                        "Of the %,.0f working hours that %s work waited in %s, %.0f %% (95 %% interval %.0f to %.0f %%;"
                                + " at most %.0f %%; %d items, %d owners) passed while its owners worked on something"
                                + " declared less important that was begun afterwards.",
                        waited.value(), top, window(published), 100 * share.value(), 100 * share.low(),
                        100 * share.high(), 100 * share.sensitivityHigh(), share.n(), share.actors()), line.id()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Sentence> order(Published published) {
        Line line = published.line("contest/priority/pullIndex").orElse(null);
        Line over = published.line("contest/priority/pullIndex/passedOver").orElse(null);
        Line blind = published.line("contest/priority/pullIndex/passedOverByChance").orElse(null);
        if (line == null || over == null || blind == null) {
            return Optional.empty();
        }
        Estimate index = line.estimate();
        Estimate passed = over.estimate();
        Estimate chance = blind.estimate();
        if (index == null || passed == null || chance == null || index.high() >= HALF
                || index.strength() == Strength.CANNOT_TELL) {
            return Optional.empty();
        }
        String order = published.head().isDeclared() ? "the declared order" : "the tracker's priority";
        String verdict = index.high() < 0
                ? "Here " + order + " works in reverse: the more urgent, the later it is started."
                : "Here " + order + " decides less than half of what it could.";
        return Optional.of(new Sentence("order", String.format(Locale.ROOT,
                "Of %,d choices of what to start next, %,.0f passed over an item of higher priority that was ready"
                        + " on the same desk; a blind draw would have passed over %,.0f. %s (Π %.2f, 95 %% interval"
                        + " %.2f to %.2f,"
                        + " %d people, %s.)",
                index.n(), passed.value(), chance.value(), verdict, index.value(), index.low(), index.high(),
                index.actors(), index.strength() == Strength.SHOWS
                        ? "the same under every menu rule tried" : "not under every menu rule tried"), line.id()));
    }

    /** The most important class of which one party can be told to be the one awaited longest. */
    private static Optional<Sentence> awaited(Published published) {
        for (String top : published.head().priorities()) {
            List<Line> shares = PARTIES.stream()
                    .map(account -> published.line("ledger/priority/" + Line.idPart(top) + "/" + account.name()
                            + "/share"))
                    .flatMap(Optional::stream)
                    .filter(line -> line.estimate() != null)
                    .sorted(Comparator.<Line>comparingDouble(line -> -value(line)).thenComparing(Line::id)).toList();
            if (!shares.isEmpty() && isLargest(shares) && value(shares.get(0)) > unknown(published, "priority/"
                    + Line.idPart(top))) {
                return Optional.of(share("awaited", "Of the working hours that " + top + " items were open in "
                        + window(published) + ", ", shares.get(0)));
            }
        }
        return Optional.empty();
    }

    /** Whether the interval of the first share lies above that of the second. */
    private static boolean isLargest(List<Line> shares) {
        Estimate first = shares.get(0).estimate();
        Estimate second = shares.size() > 1 ? shares.get(1).estimate() : null;
        return first != null && first.low() > (second == null ? 0 : second.high());
    }

    /** The share of a row that no owner is recorded for; all of it where that is withheld. */
    private static double unknown(Published published, String row) {
        return published.line("ledger/" + row + "/ownerUnknown/share")
                .map(line -> line.estimate() == null ? 1.0 : value(line)).orElse(0.0);
    }

    private static Optional<Sentence> unownedHours(Published published) {
        return published.line("ledger/all/all/nobody/share")
                .filter(line -> line.estimate() != null && value(line) > unknown(published, "all/all"))
                .map(line -> share("unowned", "Of the working hours that items were open in " + window(published)
                        + ", ", line));
    }

    /** Without a change log the past owner is unknown; the present one is not. */
    private static Optional<Sentence> unownedStock(Published published) {
        List<Line> stock = Arrays.stream(Account.values())
                .map(account -> published.line("ledger/all/all/" + account.name() + "/stock"))
                .flatMap(Optional::stream).toList();
        List<Line> without = stock.stream().filter(line -> line.label().equals(Account.nobody.name())
                || line.label().equals(Account.parked.name())).toList();
        if (without.isEmpty() || stock.stream().anyMatch(line -> line.estimate() == null)) {
            return Optional.empty();
        }
        double open = stock.stream().mapToDouble(Sentence::value).sum();
        double unowned = without.stream().mapToDouble(Sentence::value).sum();
        return Optional.of(new Sentence("unowned", String.format(Locale.ROOT,
                "When the data end, %,.0f of %,.0f open items (%.0f %%) have no owner: nobody is due to act on them."
                        + " (An exact count.)", unowned, open, 100 * unowned / open), without.get(0).id()));
    }

    private static Sentence share(String kind, String start, Line line) {
        Estimate share = line.estimate();
        if (share == null) {
            throw new IllegalArgumentException("A withheld line cannot be said: " + line.id());
        }
        String phrase = line.label().substring(0, line.label().indexOf(' '));
        String party = switch (Account.valueOf(phrase)) {
            case nobody -> "%.0f %% waited for nobody: they had no owner";
            case owner -> "%.0f %% lay with their owner";
            case reviewer -> "%.0f %% waited for a reviewer";
            case decider -> "%.0f %% waited for a decision";
            case otherItem -> "%.0f %% were blocked by another item";
            case ownerUnknown, worked, rework, parked, closedGap -> "%.0f %% went to " + phrase;
        };
        return new Sentence(kind, start + String.format(Locale.ROOT, party
                + " (95 %% interval %.0f to %.0f %%, %d items).", 100 * share.value(), 100 * share.low(),
                100 * share.high(), share.n()), line.id());
    }

    private static double value(Line line) {
        return line.estimate() == null ? 0 : line.estimate().value();
    }

    private static String window(Published published) {
        return published.head().window().name().equals("all") ? "the whole of the data"
                : "the window " + published.head().window().from() + " to "
                        + published.head().window().to().minusDays(1);
    }
}
