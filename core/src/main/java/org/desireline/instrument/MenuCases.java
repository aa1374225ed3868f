package org.desireline.instrument;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.part.Choice;
import org.desireline.part.Frame;
import org.jspecify.annotations.Nullable;

/** Choices as evidence, for every instrument that reads them: what was started, and what else lay there by class. */
public final class MenuCases {

    private static final long DAY_MILLIS = 24 * 3_600_000L;

    private MenuCases() {}

    /** A choice as evidence: its class, then count and oldest age in days by class. */
    public static Top.Case of(Choice choice, int[] menu, int dimension, long weight) {
        int[] codes = choice.classes()[dimension];
        ArrayList<Long> details = new ArrayList<>(List.of(
                (long) dimension, (long) codes[choice.chosen()]));
        IntStream.of(menu).map(i -> codes[i]).distinct().sorted().forEach(code -> {
            details.add((long) code);
            details.add(IntStream.of(menu).filter(i -> codes[i] == code).count());
            details.add(IntStream.of(menu).filter(i -> codes[i] == code)
                    .mapToLong(i -> choice.ageMillis()[i]).max().orElse(0) / DAY_MILLIS);
        });
        return new Top.Case(weight, 0, choice.chosenItem(), choice.chosenKey(), choice.atMillis(), choice.origin(),
                details);
    }

    /** The choices behind a line, with their menus by class. */
    public static List<Evidence> told(@Nullable Top top, Frame frame) {
        if (top == null) {
            return List.of();
        }
        return top.cases().stream().map(choice -> {
            List<Long> details = choice.details();
            List<String> names = frame.classes().names(Dimension.values()[details.get(0).intValue()]);
            String chosen = names.get(details.get(1).intValue());
            List<String> menu = new ArrayList<>();
            for (int i = 2; i < details.size(); i += 3) {
                menu.add(details.get(i + 1) + " " + names.get(details.get(i).intValue()) + ", oldest "
                        + details.get(i + 2) + (details.get(i + 2) == 1 ? " day" : " days"));
            }
            String best = names.get(details.get(2).intValue());
            String because = "started: " + chosen
                    + (best.equals(chosen) ? "" : " while " + best + " was ready on the same desk");
            return new Evidence(choice.key(), Instant.ofEpochMilli(choice.atMillis())
                    .atZone(frame.charter().week().zone()).toLocalDate().toString(), because,
                    choice.origin().isEmpty() ? List.of() : List.of(choice.origin()), menu);
        }).toList();
    }
}
