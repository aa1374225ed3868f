package org.desireline.watch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.desireline.charter.Gate;
import org.desireline.charter.Place;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.number.Unit;
import org.desireline.publish.Published;
import org.desireline.watch.Verdict.Figure;
import org.jspecify.annotations.Nullable;

/**
 * The gate for a figure, as an entry of a charter.
 *
 * <p>Question: what has to be written so that the figure gets no worse? Method: the limit is the far end of all that
 * the figure may be, rounded outwards, so that the gate holds today; on the side on which the figure gets worse, or on
 * both where its name does not tell. Cost: linear in the lines of a reading.
 *
 * @param gate the gate
 * @param entry the same in YAML, as it stands in a charter
 */
public record Draft(Gate gate, String entry) {

    private static final Map<String, String> WHOLES =
            Map.of("hours", "", "waitingShare", "waiting", "share", "live", "wallShare", "elapsed");
    private static final String ALL = "all";
    /** The kinds of classes that a charter may declare; others are not known before the data are read. */
    private static final Set<String> DECLARED = Set.of("priority", "team", "area");
    /** Words that YAML takes for something else than text. */
    private static final Set<String> NO_TEXTS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final Place NOWHERE = new Place("charter.yaml", 1, 1);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** What a gate names besides its reading. */
    private record Form(String about, String line, String of) {}

    /** How a limit is written, and what is read from it. */
    private record Limit(String text, double value) {}

    /** The gate for a published line in the window of its run; empty where it is withheld, or no limit can be set. */
    public static Optional<Draft> of(Line line, Published published) {
        Estimate estimate = line.estimate();
        if (estimate == null) {
            return Optional.empty();
        }
        Figure figure = Figure.of(line.id(), line.of(), estimate);
        boolean percent = estimate.unit() == Unit.SHARE;
        Worse worse = Worse.of(line);
        Limit most = worse == Worse.LESS ? null : limit(figure.range().high(), estimate.unit(), true);
        Limit least = worse == Worse.MORE ? null : limit(figure.range().low(), estimate.unit(), false);
        if (most != null && percent && most.value() > 1) {
            most = null;
        }
        if (least != null && percent && least.value() > 1) {
            least = null;
        }
        if (most == null && least == null) {
            return Optional.empty();
        }
        Double atMost = most == null ? null : most.value();
        Double atLeast = least == null ? null : least.value();
        String window = published.head().window().name();
        for (Form form : forms(line, published.head().isDeclared())) {
            Gate gate = new Gate(line.id() + ", " + window, line.id().substring(0, line.id().indexOf('/')),
                    form.about(), form.line(), form.of(), atMost, atLeast, percent, window, NOWHERE);
            Line named = Address.of(gate, published).line();
            if (named != null && named.id().equals(line.id())) {
                return Optional.of(new Draft(gate, entry(gate, most, least)));
            }
        }
        return Optional.empty();
    }

    /**
     * How a line may be named: by its account and its whole, by the end of its id, by its id. The id alone says what a
     * line is about: an order of priorities has another name under a charter than without one.
     */
    private static List<Form> forms(Line line, boolean declared) {
        List<Form> forms = new ArrayList<>();
        String[] parts = line.id().split("/", -1);
        String kind = line.about().kind();
        String about = line.about().id();
        if (kind.equals(ALL) || (declared && DECLARED.contains(kind))) {
            if (parts[0].equals("ledger") && parts.length == 5 && WHOLES.containsKey(parts[4])) {
                forms.add(new Form(about, parts[3], WHOLES.getOrDefault(parts[4], "")));
            }
            String row = parts[0] + "/" + kind + "/" + Line.idPart(about) + "/";
            if (line.id().startsWith(row)) {
                forms.add(new Form(about, line.id().substring(row.length()), ""));
            }
        }
        if (kind.equals("order") && parts.length == 3) {
            forms.add(new Form(ALL, parts[2], ""));
        }
        forms.add(new Form(ALL, line.id(), ""));
        return forms;
    }

    /** A limit beyond all that a figure may be, in the digits in which a reader thinks of it. */
    private static Limit limit(double end, Unit unit, boolean up) {
        int digits = switch (unit) {
            case ITEMS, TIMES -> 0;
            case HOURS, PER_HOUR, CHOICES, DAYS, SHARE -> 1;
            case INDEX, ODDS, LOG_ODDS -> 2;
            case NATS -> 4;
        };
        boolean percent = unit == Unit.SHARE;
        BigDecimal exact = BigDecimal.valueOf(end).multiply(percent ? WHOLE : BigDecimal.ONE);
        BigDecimal round = exact.setScale(digits, up ? RoundingMode.CEILING : RoundingMode.FLOOR);
        Limit limit = limit(round, unit);
        while (up ? limit.value() < end : limit.value() > end) {
            BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
            round = up ? round.add(step) : round.subtract(step);
            limit = limit(round, unit);
        }
        return limit;
    }

    private static Limit limit(BigDecimal round, Unit unit) {
        String number = round.signum() == 0 ? "0" : round.stripTrailingZeros().toPlainString();
        double value = Double.parseDouble(number);
        return switch (unit) {
            case SHARE -> new Limit(number + "%", value / 100);
            case HOURS -> new Limit(number + "h", value);
            case PER_HOUR, INDEX, CHOICES, ITEMS, DAYS, TIMES, ODDS, LOG_ODDS, NATS -> new Limit(number, value);
        };
    }

    private static String entry(Gate gate, @Nullable Limit most, @Nullable Limit least) {
        StringBuilder entry = new StringBuilder("  - name: " + text(gate.name()) + "\n");
        put(entry, "reading", gate.reading());
        put(entry, "about", text(gate.about()));
        put(entry, "line", text(gate.line()));
        if (!gate.of().isEmpty()) {
            put(entry, "of", gate.of());
        }
        if (least != null) {
            put(entry, "at-least", least.text());
        }
        if (most != null) {
            put(entry, "at-most", most.text());
        }
        put(entry, "window", gate.window());
        return entry.toString();
    }

    private static void put(StringBuilder entry, String key, String value) {
        entry.append("    ").append(key).append(": ").append(value).append('\n');
    }

    /** A text as YAML reads it back: plain where it can be, else in quotes, with what steers anything coded. */
    private static String text(String text) {
        if (text.matches("[A-Za-z][\\w.-]*") && !NO_TEXTS.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c) || !isShown(c)) {
                quoted.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
                    Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
