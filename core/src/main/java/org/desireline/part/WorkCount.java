package org.desireline.part;

import java.util.ArrayList;
import java.util.List;

/** Adds up what is on timelines, by tier. Cost: O(s log c) in segments and working days. */
final class WorkCount {

    private final long[] millis = new long[Tier.values().length];
    private final long[] onCalendar = new long[millis.length];
    private final long[] people = new long[millis.length];
    private final long[] most = new long[millis.length];
    private long outside;

    private WorkCount(Assembly.Ground ground, Timelines timelines) {
        for (int who = 0; who < ground.journal().actorCount(); who++) {
            long[] own = new long[millis.length];
            for (int segment = timelines.firstOfActor(who); segment < timelines.firstOfActor(who + 1); segment++) {
                long from = timelines.fromMillis(segment);
                long to = timelines.toMillis(segment);
                int life = timelines.life(segment);
                int tier = timelines.tier(segment).ordinal();
                own[tier] += to - from;
                onCalendar[tier] += ground.calendar().overlapMillis(from, to);
                outside += to - from - Math.max(0, Math.min(to, ground.lives().endMillis(life))
                        - Math.max(from, ground.lives().createdMillis(life)));
            }
            for (int tier = 0; tier < own.length; tier++) {
                millis[tier] += own[tier];
                people[tier] += own[tier] > 0 ? 1 : 0;
                most[tier] = Math.max(most[tier], own[tier]);
            }
        }
    }

    static Frame.Work of(Assembly.Ground ground, Timelines timelines, StartRepair repair, Sessions sessions) {
        WorkCount count = new WorkCount(ground, timelines);
        List<Frame.TierWork> tiers = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            int i = tier.ordinal();
            tiers.add(new Frame.TierWork(count.millis[i], count.onCalendar[i], count.people[i],
                    count.millis[i] == 0 ? 0 : (double) count.most[i] / count.millis[i]));
        }
        return new Frame.Work(tiers, count.outside,
                ground.records().loggedMillis() - count.millis[Tier.LOGGED.ordinal()], timelines.signs(), sessions,
                repair.starts(), repair.onCalendarMillis(),
                TraceDensity.of(ground.lives(), ground.records(), sessions, ground.journal().actorCount()));
    }
}
