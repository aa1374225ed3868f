package org.desireline.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Trap;
import org.desireline.publish.Published;

/**
 * What else could make waiting look as it does: hidden obstacles, work handed out, priorities set late, classes that
 * leave unlike traces, and the mix of sizes. One is ruled out only where its test was made and its mark was not met.
 *
 * @param open those not ruled out
 * @param ruledOut those ruled out
 */
record Rivals(List<String> open, List<String> ruledOut) {

    static final String SIZE = "size mix";

    /** Those of what owners chose to do instead. */
    static Rivals ofChoices(Published published) {
        List<String> open = new ArrayList<>();
        List<String> ruledOut = new ArrayList<>();
        Optional<Reading> contest = published.reading("contest").filter(Reading::measured);
        List<Trap> met = published.readings().stream().flatMap(reading -> Trap.met(reading).stream()).distinct()
                .toList();
        for (Trap trap : Trap.values()) {
            boolean tested = trap != Trap.TRACE_DENSITY ? contest.isPresent()
                    : published.head().data().work().sessionHours() > 0 || contest.isPresent();
            (met.contains(trap) || !tested ? open : ruledOut).add(trap.label());
        }
        boolean sized = published.line("choice/firstStart/fastOverImportant")
                .map(line -> line.estimate() != null).orElse(false);
        (sized ? ruledOut : open).add(SIZE);
        return new Rivals(open, ruledOut);
    }

    /** Those of whom important work waits for: nothing that was chosen, so only what the record may not tell. */
    static Rivals ofWaiting(Published published) {
        List<String> open = new ArrayList<>(List.of(Trap.HIDDEN_OBSTACLES.label(), SIZE));
        List<String> ruledOut = new ArrayList<>();
        Optional<Reading> contest = published.reading("contest").filter(Reading::measured);
        if (contest.isPresent() && !Trap.met(contest.get()).contains(Trap.HIDDEN_OBSTACLES)) {
            open.remove(Trap.HIDDEN_OBSTACLES.label());
            ruledOut.add(Trap.HIDDEN_OBSTACLES.label());
        }
        return new Rivals(open, ruledOut);
    }
}
