package org.desireline.charter;

import org.jspecify.annotations.Nullable;

/**
 * A limit that a figure is to keep: {@code at most 10 % of waiting}.
 *
 * @param name its name
 * @param reading the instrument
 * @param about the class it is about: a priority, a team, or {@code all}
 * @param line the figure, such as {@code displacedNew}
 * @param of what the figure is a share of, such as waiting hours or elapsed time; empty where it is no share
 * @param atMost upper limit, or null
 * @param atLeast lower limit, or null
 * @param percent whether the limits were written in per cent; they are kept as fractions then
 * @param window the window it is judged in
 * @param place where it is written
 */
public record Gate(
        String name,
        String reading,
        String about,
        String line,
        String of,
        @Nullable Double atMost,
        @Nullable Double atLeast,
        boolean percent,
        String window,
        Place place) {

    public Gate {
        if (atMost == null && atLeast == null) {
            throw new IllegalArgumentException("The gate '" + name
                    + "' has no limit. Perhaps add at-most or at-least.");
        }
    }
}
