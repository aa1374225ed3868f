package org.desireline.app.charterfile;

import java.time.LocalDate;
import java.util.List;
import org.desireline.charter.Place;
import org.desireline.charter.Undertaking;
import org.desireline.charter.Word;
import org.jspecify.annotations.Nullable;

/**
 * A line that {@code record} wrote: a commitment or a decision, another day for one, or that it is taken back.
 *
 * @param on the day from which it counts: that on which it was written, or of the meeting in which it was made
 * @param meeting whether that is the day of a meeting
 * @param what its words; empty where a later line only changes it
 * @param owner the team or role that owns the commitment or took the decision, or empty
 * @param about the priority, team or area that a decision is about, or empty
 * @param due the last day of a commitment, or null where a line leaves it as it was
 * @param withdrawn whether it is taken back
 * @param items keys of the items that show what becomes of it
 * @param place where it is written
 */
public record RecordedEntry(
        Undertaking.Kind kind,
        String id,
        LocalDate on,
        boolean meeting,
        String what,
        String owner,
        String about,
        @Nullable LocalDate due,
        boolean withdrawn,
        List<Word> items,
        Place place) {

    public RecordedEntry {
        items = List.copyOf(items);
    }

    /** Whether two lines say the same, wherever they are written. */
    public boolean says(RecordedEntry other) {
        return RecordedText.line(this).equals(RecordedText.line(other));
    }
}
