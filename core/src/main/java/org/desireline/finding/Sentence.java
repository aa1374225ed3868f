package org.desireline.finding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.desireline.instrument.Line;
import org.desireline.instrument.Trap;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.part.Account;
import org.desireline.publish.Published;

/**
 * The one thing a reader may say on Monday.
 *
 * @param kind which rule chose it. Claims: {@code order}, {@code displaced}, {@code reversed}, {@code fast},
 * {@code path}, {@code party}. That the claims were put to the test and none holds: {@code clear}. Where they could not
 * be, what can be described: {@code awaited}, {@code unowned}; or {@code nothing}
 * @param text the sentence
 * @param line id of the line that proves it, empty where nothing can be said
 */
public record Sentence(String kind, String text, String line) {

    private static final double HALF = 0.5;
    /** Of fewer open items nothing is said. */
    private static final int FEWEST_OPEN = 5;
    /** D where an order is mostly followed and what is in hand is mostly finished: the planted world "aligned". */
    private static final double FOLLOWED = 0.14;
    private static final List<Account> PARTIES =
            List.of(Account.nobody, Account.owner, Account.reviewer, Account.decider, Account.otherItem);

    /**
     * Chooses it. First what is claimed against an order: that what is declared less important displaces the rest
     * more than where an order is followed, that it decides less than half of what it could, that two classes are
     * started in reverse, that ease explains more of the starts than importance. Then what is claimed of
     * the structure: a part of the organisation, or a class, that waits for one party more than others do. Where all of
     * this could be put to the test and none of it holds, that is the sentence. Only where it could not, something is
     * described instead.
     */
    public static Sentence choose(Published published) {
        Sentence sentence = chosen(published);
        boolean judged = List.of("order", "displaced", "reversed", "fast").contains(sentence.kind());
        return judged && published.head().isDeclared() && published.head().assumed()
                ? new Sentence(sentence.kind(), "As if this order had held: " + sentence.text(), sentence.line())
                : sentence;
    }

    private static Sentence chosen(Published published) {
        Parties parties = new Parties(published, window(published));
        return displaced(published)
                .or(() -> order(published))
                .or(() -> new Preferences(published).reversed())
                .or(() -> new Preferences(published).fast())
                .or(parties::standsOut)
                .or(parties::prevails)
                .or(() -> clear(published))
                .or(() -> awaited(published))
                .or(() -> merging(published))
                .or(() -> changes(published))
                .or(() -> unownedHours(published))
                .or(() -> unownedStock(published))
                .orElseGet(() -> new Sentence("nothing", published.hasFigures()
                        ? "Not enough evidence: no figure of this window stands out from the others; needs "
                                + (isWhole(published) ? "records of who had an item, or of when work on it began."
                                        : "a longer window (--window all).")
                        : "Not enough evidence: no figure rests on five people and five items; needs a longer window"
                                + " (--window all) or an export with more of the tracker.", ""));
    }

    /** What displaced the most important class that has a figure, where D is more than where an order is followed. */
    private static Optional<Sentence> displaced(Published published) {
        Line proof = published.line("ledger/all/all/displacement/ratio").orElse(null);
        Estimate ratio = proof == null ? null : proof.estimate();
        if (proof == null || ratio == null || ratio.strength() == Strength.CANNOT_TELL) {
            return Optional.empty();
        }
        for (String top : published.head().priorities()) {
            String row = "ledger/priority/" + Line.idPart(top) + "/";
            Line line = published.line(row + "displacedNew/waitingShare").orElse(null);
            Estimate share = line == null ? null : line.estimate();
            Estimate waited = published.line(row + "waiting/hours").map(Line::estimate).orElse(null);
            if (line != null && share != null && waited != null) {
                return Optional.of(new Sentence("displaced", String.format(Locale.ROOT,
                        "Of the %,.0f working hours that %s work waited in %s, %.0f %% (95 %% interval %.0f to %.0f %%;"
                                + " at most %.0f %%; %,d items, %,d owners) passed while its owners worked on something"
                                + " declared less important that was begun afterwards. Of all the hours that owners"
                                + " worked on another rank while items waited, %.0f %% (%.0f to %.0f %%) went to a"
                                + " lower one; where an order is followed it is about %.0f %%.%s",
                        waited.value(), top, window(published), 100 * share.value(), 100 * share.low(),
                        100 * share.high(), 100 * share.sensitivityHigh(), share.n(), share.actors(),
                        100 * ratio.value(), 100 * ratio.low(), 100 * ratio.high(), 100 * FOLLOWED,
                        rivals(published)), line.id()));
            }
        }
        return Optional.empty();
    }

    /** What an order decides, where it is less than half of what it could, or where it works in reverse. */
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
                        + " %.2f to %.2f, %,d people, %s.)%s",
                index.n(), passed.value(), chance.value(), verdict, index.value(), index.low(), index.high(),
                index.actors(), index.sensitivityHigh() < HALF
                        ? "the same under every menu rule tried" : "not under every menu rule tried",
                rivals(published)), line.id()));
    }

    /** What else could make starts look as they do, by the marks it left. */
    static String rivals(Published published) {
        List<String> met = published.readings().stream().flatMap(reading -> Trap.met(reading).stream()).distinct()
                .map(Trap::label).toList();
        return met.isEmpty() ? "" : " Not ruled out: " + String.join(", ", met) + ".";
    }

    /** That nothing of what could be claimed holds, where starts could be judged. */
    private static Optional<Sentence> clear(Published published) {
        Line line = published.line("contest/priority/pullIndex").orElse(null);
        Estimate index = line == null ? null : line.estimate();
        boolean whole = List.of("/passedOver", "/passedOverByChance").stream()
                .allMatch(part -> published.line(line == null ? "" : line.id() + part).map(Line::estimate)
                        .isPresent());
        if (line == null || index == null || !whole) {
            return Optional.empty();
        }
        String order = published.head().isDeclared() ? "the declared order" : "the tracker's priority";
        String verdict = index.low() > HALF ? order + " decides more than half of what it could"
                : "whether " + order + " decides what is started cannot be told";
        return Optional.of(new Sentence("clear", String.format(Locale.ROOT,
                "Nothing stands out in %s: %s (Π %.2f, 95 %% interval %.2f to %.2f, %,d choices, %,d people), and no"
                        + " part of the organisation waits for one party longer than all others do.",
                window(published), verdict, index.value(), index.low(), index.high(), index.n(), index.actors()),
                line.id()));
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

    /** How much of the time of a repository's own items passed after the work on them was written. */
    private static Optional<Sentence> merging(Published published) {
        if (!published.head().isLone()) {
            return Optional.empty();
        }
        return published.line("ledger/all/all/reviewer/share").flatMap(line -> Optional.ofNullable(line.estimate())
                .map(share -> new Sentence("awaited", String.format(Locale.ROOT,
                        "Of the working hours from the first commit to the merge in %s, %.0f %% passed after the last"
                                + " commit was written: waiting for review, or to be merged (95 %% interval %.0f to"
                                + " %.0f %%, %,d items).",
                        window(published), 100 * share.value(), 100 * share.low(), 100 * share.high(), share.n()),
                        line.id())));
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
                .map(line -> published.head().data().activities().works() > 0 ? idle(published, line)
                        : share("unowned", "Of the working hours that items were open in " + window(published) + ", ",
                                line));
    }

    /** A process log says who is at work on a case, and not who is to be next: nobody may be due at all. */
    private static Sentence idle(Published published, Line line) {
        Estimate share = Objects.requireNonNull(line.estimate());
        return new Sentence("unowned", String.format(Locale.ROOT,
                "Of the working hours that cases were open in %s, %.0f %% passed while no activity was under way (95 %%"
                        + " interval %.0f to %.0f %%, %,d cases).",
                window(published), 100 * share.value(), 100 * share.low(), 100 * share.high(), share.n()), line.id());
    }

    /** How long changes wait, where nothing else can be said of who was awaited. */
    private static Optional<Sentence> changes(Published published) {
        Line line = published.line("review/all/all/toFirstReview").orElse(null);
        Estimate first = line == null ? null : line.estimate();
        Estimate merge = published.line("review/all/all/toMerge").map(Line::estimate).orElse(null);
        if (line == null || first == null || merge == null) {
            return Optional.empty();
        }
        return Optional.of(new Sentence("changes", String.format(Locale.ROOT,
                "Half of the changes merged in %s had their first review by another within %.1f hours (95 %% interval"
                        + " %.1f to %.1f, %d changes) and were merged within %.1f (%.1f to %.1f, %d).",
                window(published), first.value(), first.low(), first.high(), first.n(), merge.value(), merge.low(),
                merge.high(), merge.n()), line.id()));
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
        if (open < FEWEST_OPEN) {
            return Optional.empty();
        }
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
        return new Sentence(kind, start + String.format(Locale.ROOT,
                "%.0f %% " + Parties.waited(Account.valueOf(phrase)) + " (95 %% interval %.0f to %.0f %%, %,d items).",
                100 * share.value(), 100 * share.low(),
                100 * share.high(), share.n()), line.id());
    }

    private static double value(Line line) {
        return line.estimate() == null ? 0 : line.estimate().value();
    }

    private static boolean isWhole(Published published) {
        return published.head().window().name().equals("all");
    }

    static String window(Published published) {
        return isWhole(published) ? "the whole of the data"
                : "the window " + published.head().window().from() + " to "
                        + published.head().window().to().minusDays(1);
    }
}
