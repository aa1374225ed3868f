package org.desireline.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.desireline.finding.Finding.Structure;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.publish.Published;
import org.jspecify.annotations.Nullable;

/** That the declared order is not what is lived: less important work displaces the rest, or is started in reverse. */
final class Ordering {

    private static final String FAST = "choice/firstStart/fastOverImportant";
    private static final String EASE = "choice/firstStart/fast/explains";
    private static final String IMPORTANCE = "choice/firstStart/important/explains";
    private static final String RATIO = "ledger/all/all/displacement/ratio";
    /** D where an order is mostly followed and what is in hand is mostly finished: the planted world "aligned". */
    private static final double FOLLOWED = 0.14;

    private final Published published;

    Ordering(Published published) {
        this.published = published;
    }

    /** What makes the order give way, as far as choices tell. */
    static Structure structure(Published published) {
        return isClaimed(published, FAST) || isEasyFirst(published) ? Structure.INCENTIVES : Structure.NOT_EXPLAINED;
    }

    /** Whether ease is claimed to explain something of the starts, and more than importance. */
    private static boolean isEasyFirst(Published published) {
        Estimate ease = published.line(EASE).map(Line::estimate).orElse(null);
        Estimate importance = published.line(IMPORTANCE).map(Line::estimate).orElse(null);
        return ease != null && importance != null && ease.value() > importance.value()
                && (ease.strength() == Strength.SHOWS || ease.strength() == Strength.SUGGESTS);
    }

    static String step(Structure structure) {
        return structure == Structure.INCENTIVES
                ? "Ask what makes the easy work pay: write down what is counted and rewarded (incentives: in the"
                        + " charter), and take one thing out that counts items whatever they are worth."
                : "Ask those who start work what made the less important piece the safer one to begin, and write the"
                        + " answer down as a tradeoff in the charter.";
    }

    private static boolean isClaimed(Published published, String id) {
        return published.line(id).map(Line::estimate)
                .filter(estimate -> estimate.low() > 0 && (estimate.strength() == Strength.SHOWS
                        || estimate.strength() == Strength.SUGGESTS)).isPresent();
    }

    private @Nullable Estimate estimate(String id) {
        return published.line(id).map(Line::estimate).orElse(null);
    }

    /** What can be claimed of the whole; nothing where a part alone has been found to be displaced. */
    List<Finding> findings(List<Finding> found) {
        boolean told = found.stream().anyMatch(finding -> finding.line().endsWith("/displacedNew/excess"));
        Optional<Finding> displaced = displaced(found.stream().filter(finding ->
                finding.structure() == Structure.CAPACITY).toList());
        return displaced.isPresent() ? List.of(displaced.get()) : told ? List.of() : reversed();
    }

    /** What a part that is behind has beyond the usual is not counted twice: there, more lies to be chosen from. */
    private Optional<Finding> displaced(List<Finding> behind) {
        Estimate ratio = estimate(RATIO);
        if (ratio == null || ratio.strength() == Strength.CANNOT_TELL) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(List.of(RATIO));
        List<String> priorities = published.head().priorities();
        double hours = 0;
        for (String priority : priorities.subList(0, (priorities.size() + 1) / 2)) {
            String id = "ledger/priority/" + Line.idPart(priority) + "/displacedNew/hours";
            Estimate own = estimate(id);
            if (own != null) {
                hours += own.value();
                lines.add(id);
            }
        }
        if (lines.size() == 1) {
            return Optional.empty();
        }
        Structure structure = structure(published);
        Estimate first = estimate(lines.get(1));
        for (Finding part : behind) {
            Usual displaced = Usual.of(published, part.about(), "important displacedNew hours");
            if (displaced.usual() > 0) {
                hours = Math.max(0, hours - displaced.beyond());
                lines.addAll(displaced.lines());
            }
        }
        String text = String.format(Locale.ROOT, "Of all the working hours that owners spent on another rank while"
                + " items waited for them in %s, %.0f %% (95 %% interval %.0f to %.0f %%, %,d items, %,d owners) went"
                + " to a lower one, begun afterwards; where an order is followed it is about %.0f %%. %s work alone"
                + " waited %,.0f hours so.", Sentence.window(published), 100 * ratio.value(), 100 * ratio.low(),
                100 * ratio.high(), ratio.n(), ratio.actors(), 100 * FOLLOWED, name(lines.get(1)), first == null ? 0
                : first.value());
        Rivals rivals = Rivals.ofChoices(published);
        double share = Math.max(0, (ratio.value() - FOLLOWED) / ratio.value());
        return Optional.of(new Finding("displaced/all/all", new Line.About("all", "all"), structure, ratio.strength(),
                hours * share, text + ease(structure, lines), rivals.open(), rivals.ruledOut(), step(structure), RATIO,
                lines));
    }

    private String name(String id) {
        return published.line(id).map(line -> line.about().id()).orElse("");
    }

    private String ease(Structure structure, List<String> lines) {
        Estimate ease = estimate(EASE);
        Estimate importance = estimate(IMPORTANCE);
        if (structure != Structure.INCENTIVES || ease == null || importance == null) {
            return "";
        }
        lines.addAll(List.of(EASE, IMPORTANCE));
        return String.format(Locale.ROOT, " Ease explains %.0f %% (%.0f to %.0f %%) of what is started first, declared"
                + " importance %.0f %% (%.0f to %.0f %%).", 100 * ease.value(), 100 * ease.low(), 100 * ease.high(),
                100 * importance.value(), 100 * importance.low(), 100 * importance.high());
    }

    /** Where the hours of owners are not known: the pair of priorities that is most clearly started in reverse. */
    private List<Finding> reversed() {
        List<String> order = published.head().priorities();
        return published.reading("contest").stream().flatMap(reading -> reading.lines().stream())
                .filter(line -> line.about().kind().equals("pair") && line.label().equals("inversion")
                        && isClaimed(published, line.id()))
                .sorted(Comparator.<Line>comparingInt(line -> strength(line) == Strength.SHOWS ? 0 : 1)
                        .thenComparingInt(line -> order.indexOf(line.about().id().split(" over ", 2)[0]))
                        .thenComparing(Line::id))
                .limit(1).map(this::reversed).toList();
    }

    private static Strength strength(Line line) {
        Estimate estimate = line.estimate();
        return estimate == null ? Strength.CANNOT_TELL : estimate.strength();
    }

    private Finding reversed(Line line) {
        Estimate odds = line.estimate();
        String[] names = line.about().id().split(" over ", 2);
        if (odds == null || names.length < 2) {
            throw new IllegalArgumentException("A withheld line cannot be said: " + line.id());
        }
        Structure structure = structure(published);
        List<String> lines = new ArrayList<>(List.of(line.id()));
        String text = String.format(Locale.ROOT, "With one %1$s item and one %2$s item ready on the same desk, the %2$s"
                + " one was started %3$.1f times as often (95 %% interval %4$.1f to %5$.1f; %6$d choices, %7$d people),"
                + " against the order.", names[0], names[1], odds.value(), odds.low(), odds.high(), odds.n(),
                odds.actors());
        Rivals rivals = Rivals.ofChoices(published);
        return new Finding("reversed/pair/" + Line.idPart(line.about().id()), line.about(), structure,
                odds.strength(), 0, text + ease(structure, lines), rivals.open(), rivals.ruledOut(),
                step(structure), line.id(), lines);
    }
}
