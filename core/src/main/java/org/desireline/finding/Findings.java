package org.desireline.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desireline.number.Strength;
import org.desireline.publish.Published;

/**
 * What the system makes hard, as far as it can be claimed: at most seven findings, those with the most important work
 * at stake first.
 *
 * <p>Method, rule by rule. <em>Behind</em>: a team gets more than it finishes (the load of {@code capacity}), and its
 * important work lies with its owners longer than elsewhere: capacity. <em>Waiting</em>: the important work of a
 * team, area or component waits for one party more than that of all others does (the excess of {@code resistance});
 * of a part the party with the largest share, of a party the dimension in which it stands out most; nothing is said
 * anew of a part that is behind. No owner, owner unknown, a decision, a review: ownership. Owners busy with as
 * important work or more: not explained. Owners busy with less important work begun afterwards: as the next.
 * <em>Displaced</em>: D of the whole is above where an order is followed: incentives where ease is claimed to explain
 * more of the starts than importance does, else not explained; what lay displaced in a part that is behind, beyond
 * the usual, is not at stake a second time. <em>Reversed</em>: two classes are started in reverse, where nothing is
 * known of hours. <em>Owner</em>: an area is an orphan, its declared owner absent, or two teams contest it:
 * ownership; its owners are overloaded: capacity. <em>Promises</em>: more than three in a hundred are quiet, or more
 * are moved back than not: follow-through. Cost: linear in lines.
 */
public final class Findings {

    private static final int MOST = 7;

    private Findings() {}

    /** The findings, the first at the top. */
    public static List<Finding> of(Published published) {
        List<Finding> found = new ArrayList<>(new Behind(published).findings());
        found.addAll(new Waiting(published).findings(List.copyOf(found)));
        found.addAll(new Ordering(published).findings(found));
        found.addAll(new Owners(published).findings(found));
        found.addAll(new Promised(published).findings());
        found.sort(Comparator.comparingDouble(Finding::hours).reversed()
                .thenComparingInt(finding -> finding.strength() == Strength.SHOWS ? 0 : 1)
                .thenComparing(Finding::id));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }
}
