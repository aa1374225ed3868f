package org.desireline.part;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusWords;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Field;
import org.desireline.journal.Histories;
import org.desireline.journal.Journal;
import org.desireline.journal.Link;
import org.desireline.journal.Verb;
import org.desireline.part.Life.Claim;
import org.jspecify.annotations.Nullable;

/** Reads one item's events, in order, into its {@link Life}. Cost: linear in the item's events. */
final class LifeReader {

    /** What a log says of an activity that goes on after a break. */
    private static final String WENT_ON = "resume";
    private static final Dimension[] DIMENSIONS = Dimension.values();
    private static final List<Dimension> MULTIPLE =
            List.of(Dimension.COMPONENT, Dimension.FIX_VERSION, Dimension.LABEL);

    private final Charter charter;
    private final BitSet bots;
    private final long asOfMillis;
    private final ZoneId zone;
    /** Null while classes are not settled yet: then the values are kept in their place. */
    private final @Nullable ClassTable classes;

    private final Life life;
    private final String scope;
    private final List<List<String>> values = new ArrayList<>();
    private long lastTouch = Life.NEVER;
    private final TreeSet<Integer> actors = new TreeSet<>();
    private final Map<Integer, Long> openBlockers = new HashMap<>();
    /** Who said to have started on it, and when. */
    private final Map<Integer, Long> atWork = new HashMap<>();
    /** The same by activity, where a log tells it. */
    private final Stints stints = new Stints();
    private String status = "";
    private String resolution = "";
    private String sprint = "";
    private boolean inQueue;
    private long dueMillis = Life.NEVER;
    private int owner = Life.OWNER_UNKNOWN;
    private int cycle = 1;
    private @Nullable Phase phase;
    /** What is said of decisions within one instant; null while classes are not settled yet. */
    private final @Nullable Hearing hearing;
    /** The owner's first trace on the item while it lay ready. */
    private @Nullable Claim firstTouch;
    /** Whether somebody else had just assigned it then. */
    private boolean pushedTouch;

    private LifeReader(
            Charter charter, BitSet bots, long asOfMillis, @Nullable ClassTable classes, int item, String scope) {
        this.charter = charter;
        this.bots = bots;
        this.asOfMillis = asOfMillis;
        this.classes = classes;
        this.zone = charter.week().zone();
        this.life = new Life(item);
        this.hearing = classes == null ? null : new Hearing(life);
        this.scope = scope;
        for (int i = 0; i < DIMENSIONS.length; i++) {
            values.add(List.of());
        }
    }

    /**
     * Reads rows {@code [from, to)} of a batch, all of one item.
     *
     * @param classes the classes told apart, or null while they are not settled yet
     * @param bulk ordinals of bulk edits
     * @param ordinal ordinal of row {@code from}
     * @return the life, or null where the item did not exist at the as-of instant
     */
    static @Nullable Life read(
            Journal journal, Charter charter, BitSet bots, long asOfMillis, @Nullable ClassTable classes,
            EventBatch batch, int from, int to, BitSet bulk, int ordinal) {
        int item = batch.item()[from];
        String scope = scope(journal, batch, from, to, asOfMillis);
        LifeReader reader = new LifeReader(charter, bots, asOfMillis, classes, item, scope);
        int creation = Histories.creation(batch, from, to);
        long created = batch.atMillis()[creation];
        if (created >= asOfMillis) {
            return null;
        }
        // Whatever shares its instant, or is dated earlier by a wrong clock, changes the item as it was created.
        reader.event(new Row(journal, batch, creation), created, bulk.get(ordinal + creation - from));
        for (int row = from; row < to; ) {
            long at = Math.max(created, batch.atMillis()[row]);
            int next = row;
            while (next < to && Math.max(created, batch.atMillis()[next]) == at) {
                next++;
            }
            if (at > asOfMillis) {
                break;
            }
            for (int i = row; i < next; i++) {
                if (i != creation) {
                    reader.event(new Row(journal, batch, i), at, bulk.get(ordinal + i - from));
                }
            }
            reader.step(at);
            row = next;
        }
        return reader.finish();
    }

    private static String scope(Journal journal, EventBatch batch, int from, int to, long asOfMillis) {
        String id = journal.itemId(batch.item()[from]);
        String project = "";
        for (int row = from; row < to; row++) {
            if (batch.atMillis()[row] <= asOfMillis || project.isEmpty()) {
                project = new Row(journal, batch, row).orElse(Field.PROJECT, project);
            }
        }
        return id.substring(0, Math.max(0, id.indexOf(':'))) + "/" + project;
    }

    private void event(Row row, long at, boolean bulk) {
        int actor = row.batch().actor()[row.row()];
        boolean bot = actor >= 0 && bots.get(actor);
        Verb verb = row.batch().verbAt(row.row());
        boolean awaited = hearing != null && hearing.isOpen() && phaseNow() == Phase.decision;
        // What a tracker says of a release or sprint comes with the change itself, which is the touch.
        if (!bot && !bulk && at != lastTouch && row.get(Field.TARGET) == null) {
            life.touches.add(at);
            lastTouch = at;
        }
        if (classes != null && verb == Verb.declared && Field.WHOLE.equals(row.get(Field.TARGET))) {
            whole(row);
        } else if (classes != null) {
            promised(row, at, verb, !bot && !bulk);
        }
        if (actor >= 0 && !bot) {
            actors.add(actor);
            Life.Sign.Kind sign = classes == null || bulk ? null : sign(row, verb);
            if (sign != null) {
                life.signs.add(new Life.Sign(actor, at, sign, Acts.mark(row, verb)));
                touched(row, at, actor, sign);
            }
        }
        switch (verb) {
            case created -> {
                life.proven = "full".equals(row.get(Field.CHANGE_LOG));
                life.container |= !row.orElse(Field.CHILDREN, "").isEmpty();
                life.isChange = Field.CHANGES.contains(row.orElse(Field.TYPE, ""));
                life.author = actor;
                life.authorIsBot = bot;
            }
            case reviewed -> reviewed(actor, bot, at);
            case merged -> life.mergedMillis = Math.min(life.mergedMillis, at);
            case linked, unlinked -> blockerChanged(row, at, verb == Verb.linked);
            case logged -> worked(actor, bot, at, at + Long.parseLong(row.orElse(Field.MILLIS, "0")));
            case started, stopped -> atWork(row, at, actor, bot, verb == Verb.started);
            case scheduled -> {
                if (classes != null && !activity(row).isEmpty()) {
                    agenda().schedule(activity(row), name(row), at);
                }
            }
            default -> { }
        }
        life.again = row.get(Field.AGAIN) == null ? life.again : row.get(Field.AGAIN);
        life.asked = row.orElse(Field.ASKED, life.asked);
        attributes(row, at);
        ownerChanged(row, at, actor, verb);
        life.key = row.orElse(Field.KEY, life.key);
        if (hearing != null) {
            int who = bot ? Question.PROGRAM : actor;
            hearing.hear(verb, who, bulk);
            if (verb == Verb.decided) {
                hearing.isDecided(claim(row, at, who));
            }
            if (awaited && phaseNow() != Phase.decision) {
                hearing.isLeft(claim(row, at, who));
            }
        }
    }

    /** Keeps what the event says of promises; those made before see in it their first action, if it is one. */
    private void promised(Row row, long at, Verb verb, boolean touch) {
        boolean plans = verb == Verb.dueSet || verb == Verb.dueMoved || verb == Verb.scopeMoved;
        String due = row.get(Field.DUE);
        if (due != null) {
            String target = row.orElse(Field.TARGET, "");
            Pledge pledge = life.pledges.stream().filter(each -> each.target.equals(target)).findFirst().orElse(null);
            if (pledge == null) {
                pledge = new Pledge(target);
                life.pledges.add(pledge);
            }
            String log = row.orElse(Field.CHANGE_LOG, "none");
            pledge.set(at, DueDay.end(due, zone), plans || (verb == Verb.created && log.equals("full")),
                    row.batch().pointer()[row.row()], row.batch().record()[row.row()]);
        }
        if (touch && !plans) {
            life.pledges.forEach(pledge -> pledge.acted(at));
        }
    }

    /** Keeps what a table tells of a promise of a whole: of several rows that tell it, the first. */
    private void whole(Row row) {
        Whole before = life.whole == null ? Whole.NONE : life.whole;
        String told = row.get(Field.DIFFERENCE);
        long parts = Long.parseLong(row.orElse(Field.PARTS, "0"));
        boolean again = (told != null && before.isTold()) || (parts > 0 && before.parts() > 0);
        if (told != null && !before.isTold()) {
            BigDecimal difference = new BigDecimal(told);
            BigDecimal thousandths = difference.movePointRight(3).setScale(0, RoundingMode.DOWN).negate();
            life.wholeDueMillis = DueDay.end(row.orElse(Field.DUE, ""), zone);
            life.wholePointer = row.batch().pointer()[row.row()];
            life.wholeRecord = row.batch().record()[row.row()];
            before = new Whole(difference.signum(), thousandths.max(BigDecimal.ZERO)
                    .min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue(), true, life.wholeDueMillis != Life.NEVER,
                    before.parts(), Long.parseLong(row.orElse(Field.PEOPLE, "0")), before.again());
        }
        life.whole = new Whole(before.difference(), before.shortfall(), before.isTold(), before.isDated(),
                before.parts() > 0 ? before.parts() : parts, before.people(), before.again() + (again ? 1 : 0));
    }

    /** Keeps the first trace that the owner left on the item while it lay ready. */
    private void touched(Row row, long at, int actor, Life.Sign.Kind sign) {
        boolean atWork = sign == Life.Sign.Kind.WORKED || sign == Life.Sign.Kind.COMMITTED;
        if (firstTouch == null && atWork && actor == owner && phase != null && phase.isReady()) {
            firstTouch = claim(row, at, actor);
            pushedTouch = Menus.isPushed(actor, at, life.assigner, life.assignedMillis);
        }
    }

    private static Claim claim(Row row, long at, int actor) {
        return new Claim(actor, at, row.batch().pointer()[row.row()], row.batch().record()[row.row()]);
    }

    private void reviewed(int actor, boolean bot, long at) {
        if (actor >= 0 && !bot && actor != life.author) {
            life.reviewedMillis = Math.min(life.reviewedMillis, at);
        }
    }

    /** The activity that begins or ends, empty where the source does not tell. */
    private static String activity(Row row) {
        return row.orElse(Field.INSTANCE, row.orElse(Field.ACTIVITY, ""));
    }

    private void atWork(Row row, long at, int actor, boolean bot, boolean started) {
        String activity = activity(row);
        if (activity.isEmpty() && started) {
            atWork.putIfAbsent(actor, at);
        } else if (activity.isEmpty()) {
            Long since = atWork.remove(actor);
            worked(actor, bot, since == null ? at : since, at);
        } else {
            boolean person = actor >= 0 && !bot;
            if (started) {
                stints.start(actor, activity, at);
                if (classes != null && !WENT_ON.equalsIgnoreCase(row.orElse(Field.LIFECYCLE, ""))) {
                    agenda().begin(activity, name(row), at, person ? claim(row, at, actor) : null);
                }
            } else if (!stints.stop(actor, activity, at) && classes != null) {
                agenda().comeToNothing(activity, at);
            }
            if (person && classes != null) {
                agenda().did(actor, name(row), at);
            }
        }
    }

    private Agenda agenda() {
        Agenda known = life.agenda;
        if (known == null) {
            known = new Agenda();
            life.agenda = known;
        }
        return known;
    }

    /** What an activity is called, whichever of several it is. */
    private static String name(Row row) {
        return row.orElse(Field.ACTIVITY, activity(row));
    }

    private void attributes(Row row, long at) {
        status = row.orElse(Field.STATUS, status);
        resolution = row.orElse(Field.RESOLUTION, resolution);
        sprint = row.orElse(Field.SPRINT, sprint);
        inQueue = row.get(Field.TEAM) == null ? inQueue : !row.orElse(Field.TEAM, "").isEmpty();
        String estimate = life.estimatedMillis == Life.NEVER ? row.get(Field.ESTIMATE) : null;
        if (estimate != null && Estimates.hours(estimate) > 0) {
            life.estimateHours = Estimates.hours(estimate);
            life.estimatedMillis = at;
        }
        String due = row.get(Field.TARGET) == null ? row.get(Field.DUE) : null;
        if (due != null) {
            dueMillis = DueDay.end(due, zone);
        }
        for (Dimension dimension : DIMENSIONS) {
            String value = dimension.field().isEmpty() ? null : row.get(dimension.field());
            if (value != null) {
                values.set(dimension.ordinal(), MULTIPLE.contains(dimension)
                        ? Field.split(value)
                        : value.isEmpty() ? List.of() : List.of(value));
            }
        }
    }

    private void ownerChanged(Row row, long at, int actor, Verb verb) {
        int target = row.link(Link.OWNER);
        String known = row.get(Field.OWNER);
        boolean person = actor >= 0 && !bots.get(actor);
        boolean lay = life.claim == null && owner == Life.NO_OWNER && phase != null && phase.isReady();
        if (lay && person && target == actor && activity(row).isEmpty()) {
            life.claim = claim(row, at, actor);
        }
        if (target >= 0) {
            if (firstTouch != null && firstTouch.atMillis() == at) {
                pushedTouch = actor >= 0 && actor != firstTouch.actor();
            }
            owner = target;
            life.lastOwner = target;
            if (life.startMillis == Life.NEVER || life.startMillis == at) {
                life.assignedMillis = at;
                life.assigner = actor;
            }
        } else if (verb == Verb.stopped && stints.anyOpen()) {
            owner = stints.lastActor();
        } else if (verb == Verb.unassigned || Field.OWNER_NONE.equals(known)) {
            owner = Life.NO_OWNER;
        } else if (Field.OWNER_UNKNOWN.equals(known)) {
            owner = Life.OWNER_UNKNOWN;
        }
        if ((verb == Verb.statusChanged || (verb == Verb.started && !activity(row).isEmpty())) && !life.bornWorking
                && life.startMillis == Life.NEVER && phaseNow() == Phase.working) {
            life.startMillis = at;
            life.startPointer = row.batch().pointer()[row.row()];
            life.startRecord = row.batch().record()[row.row()];
            life.starter = person ? actor : -1;
            life.startedByActivity = verb == Verb.started;
            if (lay && person && life.claim == null && !life.startedByActivity) {
                life.claim = claim(row, at, actor);
            }
        }
    }

    private void blockerChanged(Row row, long at, boolean linked) {
        int other = row.link(Link.BLOCKED_BY);
        if (other < 0) {
            return;
        }
        if (linked) {
            openBlockers.putIfAbsent(other, at);
        } else {
            Long since = openBlockers.remove(other);
            if (since != null && since < at) {
                life.blockers.add(new Life.Blocker(other, since, at));
            }
        }
    }

    private void worked(int actor, boolean bot, long from, long to) {
        if (actor >= 0 && !bot && from < to) {
            life.work.add(new Life.Work(actor, from, Math.min(asOfMillis, to)));
        }
    }

    /** What an event says of the work of whoever did it, or null where it says nothing. */
    private static Life.Sign.@Nullable Kind sign(Row row, Verb verb) {
        return switch (verb) {
            case commented, logged, stopped, done, dropped -> Life.Sign.Kind.WORKED;
            case committed -> Life.Sign.Kind.COMMITTED;
            case reviewed -> Life.Sign.Kind.REVIEWED;
            case statusChanged, reopened -> Life.Sign.Kind.MOVED;
            case assigned, started -> Life.Sign.Kind.OPENED;
            case fieldChanged -> row.get(Field.RESOLUTION) == null && row.get(Field.ESTIMATE) == null ? null
                    : Life.Sign.Kind.WORKED;
            default -> null;
        };
    }

    /** The spans in which it stood in a working phase with an owner; of those that end on the day they begin. */
    private void windows() {
        for (int first = 0; first < life.steps.size(); ) {
            int end = first;
            while (end < life.steps.size() && life.steps.get(end).phase() == Phase.working) {
                end++;
            }
            boolean isOneDay = first < end && end < life.steps.size()
                    && day(life.steps.get(first).atMillis()).equals(day(life.steps.get(end).atMillis()));
            for (int i = first; isOneDay && i < end; i++) {
                Life.Step step = life.steps.get(i);
                if (step.owner() >= 0 && !bots.get(step.owner())) {
                    life.windows.add(new Life.Work(step.owner(), step.atMillis(), life.steps.get(i + 1).atMillis()));
                }
            }
            first = end + 1;
        }
    }

    private LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    private Phase phaseNow() {
        Phase now = status.isEmpty() ? Phase.queued : charter.statuses().phase(scope, status);
        if (stints.anyOpen() && !now.isOver()) {
            return Phase.working;
        }
        return now == Phase.done && StatusWords.isDropped(resolution) ? Phase.dropped : now;
    }

    private void step(long at) {
        Phase now = phaseNow();
        if (phase != null && now != phase) {
            boolean reopened = phase.isOver() && !now.isOver();
            boolean rejected = phase == Phase.review && (now.isReady() || now == Phase.working);
            cycle += reopened || rejected ? 1 : 0;
        }
        phase = now;
        if (hearing != null) {
            hearing.close(at, now == Phase.decision);
        }
        Life.Step step = new Life.Step(at, now, owner, cycle, !sprint.isEmpty(), inQueue, dueMillis,
                classes == null ? 0 : classes.codes(values, life.overlaps));
        int last = life.steps.size() - 1;
        if (last < 0) {
            life.bornWorking = now == Phase.working && life.startMillis == Life.NEVER;
        } else if (life.steps.get(last).sameAs(step)
                && (classes != null || life.values.get(last).equals(values))) {
            return;
        }
        life.steps.add(step);
        if (classes == null) {
            life.values.add(List.copyOf(values));
        }
    }

    private Life finish() {
        life.container |= charter.containerTypes().contains(
                values.get(Dimension.TYPE.ordinal()).stream().findFirst().orElse(""));
        openBlockers.forEach((other, since) -> life.blockers.add(new Life.Blocker(other, since, asOfMillis)));
        life.blockers.sort(java.util.Comparator.comparingLong(Life.Blocker::fromMillis)
                .thenComparingInt(Life.Blocker::item));
        for (Life.Work stint : stints.all()) {
            worked(stint.actor(), stint.actor() >= 0 && bots.get(stint.actor()), stint.fromMillis(), stint.toMillis());
        }
        life.work.sort(java.util.Comparator.comparingLong(Life.Work::fromMillis).thenComparingInt(Life.Work::actor)
                .thenComparingLong(Life.Work::toMillis));
        if (classes != null) {
            life.steps = classes.declared(life.item, life.steps, asOfMillis);
            if (!life.container && charter.timedScopes().contains(scope)) {
                windows();
            }
        }
        startByTouch();
        life.actors = actors.stream().mapToInt(Integer::intValue).toArray();
        int lastOpen = life.steps.size() - 1;
        while (lastOpen >= 0 && life.steps.get(lastOpen).phase().isOver()) {
            lastOpen--;
        }
        life.over = lastOpen < life.steps.size() - 1;
        life.endMillis = life.over ? life.steps.get(lastOpen + 1).atMillis() : asOfMillis;
        if (lastOpen < 0) {
            life.endMillis = life.createdMillis();
        }
        if (life.over && life.agenda != null) {
            life.agenda.close(life.endMillis);
        }
        return life;
    }

    /** Where no move into work is on record, the owner's first trace tells the start, unless the item ends by it. */
    private void startByTouch() {
        boolean open = firstTouch != null && firstTouch.atMillis() < firstEnd();
        if (life.startMillis == Life.NEVER && !life.bornWorking && open && firstTouch != null) {
            life.startedByTouch = true;
            life.pushedTouch = pushedTouch;
            life.startMillis = firstTouch.atMillis();
            life.starter = firstTouch.actor();
            life.startPointer = firstTouch.pointer();
            life.startRecord = firstTouch.record();
        }
    }

    /** When the item came to its end first. */
    private long firstEnd() {
        return life.steps.stream().filter(step -> step.phase().isOver()).mapToLong(Life.Step::atMillis).findFirst()
                .orElse(Long.MAX_VALUE);
    }
}
