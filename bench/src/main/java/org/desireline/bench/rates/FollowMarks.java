package org.desireline.bench.rates;

import java.util.ArrayList;
import java.util.List;
import org.desireline.bench.rates.Sought.Kind;

/** The marks about promises that go quiet and areas that nobody takes care of. */
final class FollowMarks {

    private static final double LEAST_QUIET_FOUND = 0.95;
    private static final double MOST_QUIET_FALSE = 0.03;
    private static final double LEAST_ORPHANS_FOUND = 0.9;
    private static final double MOST_ORPHANS_FALSE = 0.02;

    private FollowMarks() {}

    static List<Mark> of(Score score) {
        List<Mark> marks = new ArrayList<>();
        String name = score.setting().name();
        Sought quiet = score.sought(Kind.QUIET);
        if (quiet.planted() > 0) {
            marks.add(Mark.atLeast(name, "promises gone quiet that are found", quiet.found(), quiet.planted(),
                    LEAST_QUIET_FOUND));
            marks.add(Mark.atMost(name, "other promises said to have gone quiet", quiet.falsely(), quiet.others(),
                    MOST_QUIET_FALSE));
        }
        Sought orphans = score.sought(Kind.ORPHAN);
        if (orphans.planted() > 0) {
            Kind why = score.setting().plan().orphanHours() > 0 ? Kind.OWNERLESS : Kind.SILENT;
            Sought own = score.sought(why);
            marks.add(Mark.atLeast(name, why == Kind.OWNERLESS ? "orphaned areas found by what lies without an owner"
                    : "orphaned areas found by their owners' silence", own.found(), own.planted(),
                    LEAST_ORPHANS_FOUND));
        }
        if (score.setting().weeks() == Setting.QUARTER) {
            marks.add(Mark.atMost(name, "other areas claimed to be orphaned, in a quarter", orphans.falsely(),
                    orphans.others(), MOST_ORPHANS_FALSE));
        }
        return marks;
    }
}
