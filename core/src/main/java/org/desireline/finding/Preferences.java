package org.desireline.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.publish.Published;
import org.jspecify.annotations.Nullable;

/** What may be said of the preferences that starts of work reveal. */
final class Preferences {

    private static final String REVERSED = "inversion";
    private static final String FIRST_STARTS = "choice/firstStart/";

    private final Published published;

    Preferences(Published published) {
        this.published = published;
    }

    /** The pair of priorities that is started in reverse; of several, that of the most important first one. */
    Optional<Sentence> reversed() {
        List<String> order = published.head().priorities();
        return published.reading("contest").flatMap(contest -> contest.lines().stream()
                .filter(line -> line.about().kind().equals("pair") && line.label().equals(REVERSED) && isClaimed(line))
                .min(Comparator.<Line>comparingInt(line -> line.estimate() == null
                                || line.estimate().strength() == Strength.SHOWS ? 0 : 1)
                        .thenComparingInt(line -> order.indexOf(names(line)[0]))
                        .thenComparingInt(line -> order.indexOf(names(line)[1])))
                .map(this::reversed));
    }

    private static boolean isClaimed(Line line) {
        Estimate estimate = line.estimate();
        return estimate != null && (estimate.strength() == Strength.SHOWS
                || estimate.strength() == Strength.SUGGESTS);
    }

    private static String[] names(Line line) {
        String[] names = line.about().id().split(" over ", 2);
        return names.length == 2 ? names : new String[] {line.about().id(), ""};
    }

    private Sentence reversed(Line line) {
        Estimate odds = Objects.requireNonNull(line.estimate());
        String order = published.head().isDeclared() ? "What was declared" : "The tracker's priority";
        return new Sentence("reversed", String.format(Locale.ROOT,
                "With one %1$s item and one %2$s item ready on the same desk, the %2$s one was started %3$.1f times as"
                        + " often as the other (95 %% interval %4$.1f to %5$.1f; %6$d choices, %7$d people%8$s). %9$s"
                        + " says the opposite.%10$s",
                names(line)[0], names(line)[1], odds.value(), odds.low(), odds.high(), odds.n(), odds.actors(),
                odds.strength() == Strength.SHOWS ? "" : ", not under every menu rule tried, or something else could"
                        + " make it look so", order, Sentence.rivals(published)), line.id());
    }

    /** That ease explains more of what is started than declared importance does. */
    Optional<Sentence> fast() {
        Line line = published.line(FIRST_STARTS + "fastOverImportant").orElse(null);
        Estimate ease = estimate("fast/explains");
        Estimate importance = estimate("important/explains");
        Estimate ahead = line == null ? null : line.estimate();
        if (line == null || ahead == null || ahead.low() <= 0 || !isClaimed(line) || ease == null
                || importance == null) {
            return Optional.empty();
        }
        return Optional.of(new Sentence("fast", String.format(Locale.ROOT,
                "What decides which work starts: of what can be explained of %,d choices of %,d people, ease (size,"
                        + " familiarity, few approvals) explains %.0f %% (95 %% interval %.0f to %.0f %%), declared"
                        + " importance %.0f %% (%.0f to %.0f %%).%s",
                ease.n(), ease.actors(), 100 * ease.value(), 100 * ease.low(), 100 * ease.high(),
                100 * importance.value(), 100 * importance.low(), 100 * importance.high(),
                Sentence.rivals(published)), line.id()));
    }

    private @Nullable Estimate estimate(String label) {
        return published.line(FIRST_STARTS + label).map(Line::estimate).orElse(null);
    }
}
