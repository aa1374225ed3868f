package org.desireline.world.planted;

import java.time.LocalDate;

/**
 * What is true of a day that was promised of an item.
 *
 * @param number the item's number
 * @param madeMillis when it was promised
 * @param first the day first given
 * @param last the day given last
 * @param firstEndMillis the end of the day first given
 * @param lastEndMillis the end of the day given last
 * @param isForgotten whether it was forgotten
 */
public record Promised(
        int number, long madeMillis, LocalDate first, LocalDate last, long firstEndMillis, long lastEndMillis,
        boolean isForgotten) {

    static Promised of(Vow vow) {
        LocalDate first = null;
        LocalDate last = null;
        for (Vow.Saying saying : vow.sayings) {
            first = first == null ? saying.day() : first;
            last = saying.day() == null ? last : saying.day();
        }
        if (first == null || last == null) {
            throw new IllegalStateException("No day was ever said of item " + vow.job.number + ".");
        }
        return new Promised(vow.job.number, vow.sayings.getFirst().atMillis(), first, last, Vow.endMillis(first),
                Vow.endMillis(last), vow.isForgotten);
    }
}
