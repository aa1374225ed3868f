package org.desireline.world.planted;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the choices that people make, where there is more than one thing to choose from. */
final class Notes {

    private final List<Pick> picks = new ArrayList<>();

    /**
     * Keeps what somebody begins.
     *
     * @param menu what lay unstarted in the same place
     */
    void begins(int person, Job chosen, List<Job> menu, long atMillis, boolean excepted) {
        add(chosen.isUntaken() ? Pick.Kind.POOL : Pick.Kind.FIRST_START, person, chosen, menu, atMillis, excepted);
    }

    /**
     * Keeps what somebody turns to.
     *
     * @param left what was in hand before, or null where it is done or waits for others
     * @param ready what of theirs could be worked on
     */
    void turns(int person, @Nullable Job left, Job chosen, List<Job> ready, long atMillis, boolean excepted) {
        add(Pick.Kind.SWITCH, person, chosen, ready.stream().filter(job -> job != left).toList(), atMillis, excepted);
    }

    private void add(
            Pick.Kind kind, int person, Job chosen, List<Job> menu, long atMillis, boolean excepted) {
        if (menu.size() > 1) {
            picks.add(new Pick(kind, person, atMillis, menu.stream().map(job ->
                    new Pick.Option(job.number, job.rank(), job.sizeMillis / Arrivals.HOUR)).toList(),
                    menu.indexOf(chosen), excepted));
        }
    }

    List<Pick> picks() {
        return picks;
    }
}
