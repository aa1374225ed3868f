package org.desireline.instrument;

import java.util.Locale;
import java.util.Optional;
import org.desireline.number.Interval;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Wilson;

/**
 * The marks that traps leave in choices, for every instrument that reads them.
 *
 * <p>Work that had just been assigned by somebody else describes whoever assigns it. A priority that is set when work
 * begins follows the work instead of leading it. And what could not be started for an unrecorded reason is passed
 * over again and again: among items that are alike, those that were passed over at the last start should have the
 * same chance as those that were not; where they have less, something that is not known of them keeps them from being
 * started.
 */
public final class TrapMarks {

    /** Shares of the starts, to be exceeded by the lower end of the interval. */
    private static final double PUSHED = 0.10;
    private static final double RELABELLED = 0.05;
    private static final int FEWEST_CHOICES = 30;
    private static final int FEWEST_ACTORS = 5;

    private TrapMarks() {}

    /**
     * The flag of work that was handed out to be started at once.
     *
     * @param pushed starts that somebody else had just assigned
     * @param people how many made those
     * @param starts all starts
     */
    public static Optional<String> push(long pushed, int people, long starts) {
        return starts > 0 && Wilson.interval(pushed, starts).low() > PUSHED
                ? Optional.of(Trap.PUSH.flag(counted(pushed, people, starts) + " starts had just been assigned by"
                        + " somebody else; they describe whoever assigns work")) : Optional.empty();
    }

    /**
     * The flag of priorities that were set when work began.
     *
     * @param late choices of something whose priority was changed within a day of its start
     * @param people how many made those
     * @param choices choices between ranks
     */
    public static Optional<String> lateLabels(long late, int people, long choices) {
        return choices > 0 && Wilson.interval(late, choices).low() > RELABELLED
                ? Optional.of(Trap.LATE_LABELS.flag(counted(late, people, choices) + " choices were of something whose"
                        + " priority was changed within a day of its start; the label may have followed the work"))
                : Optional.empty();
    }

    /** How many of how many, where five people or more stand behind the first. */
    private static String counted(long some, int people, long all) {
        return people >= FEWEST_ACTORS ? some + " of " + all : "many of " + all;
    }

    /**
     * The flag of items that something unknown kept from being started.
     *
     * @param observed starts of what had not been passed over before, by person
     * @param expected how many of them there would have been, had all alike had the same chance
     * @param met choices between what had been passed over and what had not
     * @param among which items are compared, such as "of items of one class on one desk"
     * @param rivals what else may be behind it
     */
    public static Optional<String> hiddenObstacles(
            double[] observed, double[] expected, long met, String among, String rivals) {
        if (met < FEWEST_CHOICES || observed.length < FEWEST_ACTORS) {
            return Optional.empty();
        }
        Interval interval = RatioJackknife.of(observed, expected).interval();
        return interval.low() > 1
                ? Optional.of(Trap.HIDDEN_OBSTACLES.flag(String.format(Locale.ROOT, "%s, those that had not been passed"
                        + " over before were started %.2f times as often as chance has it (%.2f to %.2f, %d choices);"
                        + " the others may not have been free to start, or may be %s", among, interval.value(),
                        interval.low(), interval.high(), met, rivals))) : Optional.empty();
    }
}
