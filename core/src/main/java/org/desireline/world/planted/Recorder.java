package org.desireline.world.planted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desireline.world.Change;
import org.desireline.world.Change.What;
import org.desireline.number.Keyed;
import org.desireline.world.WorkItem;
import org.desireline.world.World;
import org.desireline.world.planted.Job.Party;
import org.jspecify.annotations.Nullable;

/** Writes down of a lived organisation what its tools would have kept. */
final class Recorder {

    private static final String PROJECT = "FT";
    private static final String QUEUED = WorkItem.FIRST_STATUS;
    private static final String WORKING = "In Progress";
    private static final String REVIEW = "In Review";
    private static final String BLOCKED = "Blocked";
    private static final String DONE = "Done";
    private static final String DROPPED = "Won't Do";
    private static final double HOUR = Arrivals.HOUR;
    /** Commits in an hour at work. */
    private static final double COMMIT_RATE = 0.6;
    private static final long SECOND = 1000;

    private final Keyed keyed;
    private final Plan plan;
    private final Staff staff;
    private final Tier tier;
    private final Flaws flaws;
    private final long endMillis;

    Recorder(Keyed keyed, Plan plan, Staff staff, Tier tier, Flaws flaws, long endMillis) {
        this.keyed = keyed;
        this.plan = plan;
        this.staff = staff;
        this.tier = tier;
        this.flaws = flaws;
        this.endMillis = endMillis;
    }

    List<WorkItem> items(List<Job> jobs) {
        return jobs.stream().filter(job -> keyed.uniform(Draw.KEPT.stream(), job.number, 0) < flaws.kept())
                .map(this::item).toList();
    }

    private boolean ends() {
        return tier == Tier.ENDS;
    }

    /** A move to a status before it is known which one it leaves. */
    private record Move(long atMillis, int actor, String to, @Nullable String resolution) {
    }

    private WorkItem item(Job job) {
        List<Change> changes = new ArrayList<>();
        assign(job, changes);
        for (Job.Label label : job.labels.subList(1, job.labels.size())) {
            int at = job.labels.indexOf(label);
            changes.add(new Change(label.fromMillis(), job.owner, new What.Priority(
                    Plan.CLASSES.get(job.labels.get(at - 1).rank()), Plan.CLASSES.get(label.rank()))));
        }
        for (int i = 0; i < job.sittings.size(); i++) {
            Sitting sitting = job.sittings.get(i);
            if (tier == Tier.LOGGED) {
                changes.add(new Change(sitting.toMillis(), sitting.person(),
                        new What.WorkLog((sitting.toMillis() - sitting.fromMillis()) / SECOND)));
            } else if (!ends()) {
                commits(job, sitting, i, changes);
            }
        }
        promises(job, changes);
        moves(job, changes);
        changes.removeIf(change -> change.atMillis() > endMillis);
        changes.sort(Comparator.comparingLong(Change::atMillis));
        return new WorkItem(job.number, PROJECT, job.createdMillis, job.type,
                Plan.CLASSES.get(job.labels.getFirst().rank()), Staff.area(job.area), List.of(), job.creator,
                estimate(job), changes);
    }

    /** Days are written down wherever a tracker is kept at all, and so are remarks unless only ends are. */
    private void promises(Job job, List<Change> changes) {
        if (job.vow == null) {
            return;
        }
        LocalDate before = null;
        for (Vow.Saying saying : job.vow.sayings) {
            changes.add(new Change(saying.atMillis(), saying.person(), new What.Due(before, saying.day())));
            before = saying.day();
        }
        if (!ends()) {
            job.vow.remarks.forEach(at -> changes.add(new Change(at, job.owner, new What.Comment("On my list."))));
        }
    }

    private long estimate(Job job) {
        if (keyed.uniform(Draw.UNESTIMATED.stream(), job.number, 0) < flaws.unestimated()) {
            return 0;
        }
        double off = flaws.misjudged() * keyed.normal(Draw.ESTIMATE.stream(), job.number, 0);
        return WorkItem.estimateSeconds(job.sizeMillis * StrictMath.exp(off));
    }

    private void assign(Job job, List<Change> changes) {
        boolean missing = keyed.uniform(Draw.MISSING.stream(), job.number, 0) < flaws.missingOwners();
        job.stages.stream().filter(stage -> stage.party() == Party.OWNER).findFirst()
                .filter(stage -> !missing)
                .ifPresent(stage -> changes.add(new Change(stage.fromMillis(), assigner(job, stage.person()),
                        new What.Assignee(World.NOBODY, stage.person()))));
    }

    /**
     * Who puts an owner's name on an item: whoever takes it, or the lead. Where items are taken, no lead hands one out
     * to themselves, for on record that would be taking.
     */
    private int assigner(Job job, int owner) {
        int lead = staff.lead(job.team());
        boolean own = plan.layout().pooledShare() > 0 && owner == lead;
        return job.isPooled ? owner : own ? lead + 1 : lead;
    }

    /** Commits fall on a sitting as on any stretch of time, never on its last instant. */
    private void commits(Job job, Sitting sitting, int which, List<Change> changes) {
        double important = 1 - job.rankAt(sitting.fromMillis()) / (double) (Plan.CLASSES.size() - 1);
        double mean = HOUR / (COMMIT_RATE * StrictMath.pow(plan.density(), important));
        long skew = 0;
        if (keyed.uniform(Draw.SKEW.stream(), sitting.person(), 0) < flaws.skewedClocks()) {
            double minutes = Flaws.SKEW_MINUTES * (2 * keyed.uniform(Draw.SKEW.stream(), sitting.person(), 1) - 1);
            skew = SECOND * (long) (60 * minutes);
        }
        long at = sitting.fromMillis();
        for (long count = 0; ; count++) {
            at += Arrivals.seconds(keyed.exponential(mean, Draw.COMMIT.stream(), 1000L * job.number + which, count));
            if (at >= sitting.toMillis()) {
                return;
            }
            changes.add(new Change(Math.max(job.createdMillis, at + skew), sitting.person(),
                    new What.Commit("step " + (which + 1) + "." + (count + 1))));
        }
    }

    private void moves(Job job, List<Change> changes) {
        List<Move> moves = new ArrayList<>();
        Party before = Party.NOBODY;
        for (Job.Stage stage : job.stages) {
            switch (stage.party()) {
                case REVIEWER -> stage(moves, stage.fromMillis(), job.owner, REVIEW);
                case OTHERS -> stage(moves, stage.fromMillis(), job.owner, BLOCKED);
                case OWNER -> {
                    if (!ends() && (before == Party.REVIEWER || before == Party.OTHERS)) {
                        int actor = before == Party.REVIEWER ? reviewer(job, stage) : staff.lead(job.team());
                        stage(moves, stage.fromMillis(), actor, tier == Tier.PAUSED ? QUEUED : WORKING);
                    }
                }
                case OVER -> moves.add(job.isDropped ? new Move(stage.fromMillis(), job.owner, DONE, DROPPED)
                        : new Move(stage.fromMillis(), reviewer(job, stage), DONE, DONE));
                case NOBODY, UNSEEN -> { }
            }
            before = stage.party();
        }
        sittings(job, moves);
        moves.sort(Comparator.comparingLong(Move::atMillis));
        String status = QUEUED;
        for (Move move : late(job, moves)) {
            if (!move.to().equals(status)) {
                changes.add(new Change(move.atMillis(), move.actor(),
                        new What.Status(status, move.to(), move.resolution())));
                status = move.to();
            }
        }
    }

    private void stage(List<Move> moves, long at, int actor, String to) {
        if (!ends()) {
            moves.add(new Move(at, actor, to, null));
        }
    }

    /** Sitting down moves an item into work, once or, where people pause it, each time. */
    private void sittings(Job job, List<Move> moves) {
        if (ends()) {
            return;
        }
        for (int i = 0; i < job.sittings.size(); i++) {
            Sitting sitting = job.sittings.get(i);
            if (i == 0 || tier == Tier.PAUSED) {
                moves.add(new Move(sitting.fromMillis(), sitting.person(), WORKING, null));
            }
            boolean goesOn = job.stages.stream().noneMatch(stage -> stage.fromMillis() == sitting.toMillis());
            if (tier == Tier.PAUSED && goesOn && sitting.toMillis() < endMillis) {
                moves.add(new Move(sitting.toMillis(), sitting.person(), QUEUED, null));
            }
        }
    }

    /** Some moves are entered late, but none after the item's next one. */
    private List<Move> late(Job job, List<Move> moves) {
        List<Move> entered = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            long at = move.atMillis();
            if (keyed.uniform(Draw.LATE.stream(), job.number, 2L * i) < flaws.lateMoves()) {
                long next = i + 1 < moves.size() ? moves.get(i + 1).atMillis() : endMillis;
                at = Math.min(next, at + Arrivals.seconds(keyed.exponential(Flaws.LATE_HOURS * HOUR,
                        Draw.LATE.stream(), job.number, 2L * i + 1)));
            }
            entered.add(new Move(at, move.actor(), move.to(), move.resolution()));
        }
        return entered;
    }

    private static int reviewer(Job job, Job.Stage stage) {
        return job.stages.get(job.stages.indexOf(stage) - 1).person();
    }
}
