package org.desireline.app.source.forge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.app.source.files.Instants;
import org.desireline.app.source.forge.Act.Kind;
import org.desireline.charter.StatusWords;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The events of one item: its acts in order, each with the values that hold from it on. A journal keeps no order within
 * an instant, so every act of an instant carries what holds after all of them.
 */
final class ItemStory {

    /** A close and the merge it is part of, or a closing told by two pages, are this far apart at the most. */
    private static final long SAME_MILLIS = 60_000;

    /** A label or milestone set as soon after the creation as this came with it. */
    private static final long GIVEN_MILLIS = 5_000;

    private static final String NOT_MERGED = "abandoned";
    private static final String COMMENT_WITHOUT_ID = "comment@";

    private final ForgeEvents forge;
    private final ItemName name;
    private final Gathered item;
    private final boolean whole;
    private final boolean request;
    private final @Nullable String owner;
    private final long versionMillis;
    private final List<Timed> acts = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final TreeMap<Long, State> after = new TreeMap<>();
    private long createdMillis = Long.MIN_VALUE;
    private boolean dated;

    /** An act whose time can be true. */
    private record Timed(long atMillis, Act act) {}

    /** Which values an act sets. */
    private record Sets(boolean standing, boolean labels, boolean priority, boolean owner, boolean milestone) {}

    /** An act with what it sets. */
    private record Move(Timed timed, Sets sets) {}

    ItemStory(ForgeEvents forge, ItemName name, Gathered item, boolean whole) {
        this.forge = forge;
        this.name = name;
        this.item = item;
        this.whole = whole;
        this.request = item.isRequest();
        this.owner = item.told(Sight::author);
        String updated = item.told(Sight::updated);
        Long version = updated == null ? null : Instants.millis(updated);
        this.versionMillis = (version == null ? 0 : version) + (whole ? 1 : 0);
    }

    /** Whether the acts of an item hold its end, where it has come to one; a merge is told by what shows the item. */
    static boolean isEndTold(Gathered item) {
        Sight.State state = item.told(Sight::state);
        if (item.told(Sight::merged) != null) {
            return true;
        }
        boolean over = state == Sight.State.CLOSED || state == Sight.State.MERGED || item.told(Sight::closed) != null;
        return !over || item.acts().values().stream()
                .anyMatch(act -> act.kind() == Kind.CLOSED || act.kind() == Kind.MERGED);
    }

    ItemName name() {
        return name;
    }

    String id() {
        return forge.forge().id(name);
    }

    boolean isRequest() {
        return request;
    }

    boolean isDated() {
        return dated;
    }

    long createdMillis() {
        return createdMillis;
    }

    @Nullable Ref author() {
        return forge.actor(owner);
    }

    Set<ItemName> closes() {
        return request && dated ? item.all(Sight::closes) : Set.of();
    }

    Origin origin() {
        return forge.origin(item.place(), versionMillis, -1);
    }

    /** Hands on the events of the item itself, and those on items of other trackers that it names. */
    void tell() {
        Long created = forge.plausible(item.told(Sight::created), item.place(), "a creation");
        gather(created);
        if (created == null && !acts.isEmpty()) {
            created = acts.getFirst().atMillis();
        }
        if (created == null) {
            forge.fail(item.place().pointer() + " " + name.local(),
                    "no usable time of creation or of anything done: the item is left out");
            return;
        }
        dated = true;
        createdMillis = created;
        State first = first();
        walk(first);
        if (item.isSeen()) {
            creation(first);
            snapshot();
        } else {
            forge.note("items of which comments, reviews or events are here, but no page that shows them: nothing is"
                    + " known of their beginning. Perhaps import all pages of a repository as one folder");
        }
        moves.forEach(this::move);
        if (request) {
            item.all(Sight::keys).forEach(key -> tracker(key, first));
        }
    }

    /** The acts whose time can be true, in order; those that two pages tell are one. */
    private void gather(@Nullable Long created) {
        Long merged = ends();
        Set<String> known = new HashSet<>();
        for (Act act : item.acts().values()) {
            Long at = forge.plausible(act.at(), act.place(), words(act.kind()));
            if (at == null || act.kind() == Kind.MERGED) {
                continue;
            }
            boolean isMerge = merged != null && act.kind() == Kind.CLOSED && at >= merged - SAME_MILLIS;
            boolean isReviews = item.acts().containsKey(act.detail()) && act.detail().startsWith("review:");
            boolean isEarly = act.kind() == Kind.COMMITTED && created != null && at < created;
            boolean isGiven = (act.kind() == Kind.LABELED || act.kind() == Kind.MILESTONED) && created != null
                    && at <= created + GIVEN_MILLIS;
            if (isGiven) {
                continue;
            }
            if (isEarly) {
                forge.note("commits older than the request they belong to: it begins when it was opened");
            } else if (!isMerge && !isReviews) {
                acts.add(new Timed(at, act));
                if (act.kind() == Kind.COMMENTED && !act.id().startsWith(COMMENT_WITHOUT_ID)) {
                    known.add(at + " " + act.actor());
                }
            }
        }
        acts.removeIf(timed -> timed.act().id().startsWith(COMMENT_WITHOUT_ID)
                && known.contains(timed.atMillis() + " " + timed.act().actor()));
        acts.sort(Comparator.comparingLong(Timed::atMillis).thenComparing(timed -> timed.act().id()));
        unite();
    }

    /** An end, a reopening or an approval that two kinds of page tell, each under an id of its own, is one. */
    private void unite() {
        Timed last = null;
        for (Timed timed : List.copyOf(acts)) {
            Kind kind = timed.act().kind();
            if (kind != Kind.CLOSED && kind != Kind.REOPENED && kind != Kind.APPROVED) {
                continue;
            }
            boolean isSame = last != null && last.act().kind() == kind
                    && timed.atMillis() - last.atMillis() <= SAME_MILLIS
                    && (kind != Kind.APPROVED || isOneApproval(last.act(), timed.act()));
            if (isSame) {
                acts.remove(timed);
            } else {
                last = timed;
            }
        }
    }

    private static boolean isOneApproval(Act one, Act other) {
        return Objects.equals(one.actor(), other.actor())
                && one.id().startsWith(Act.TIMED_APPROVAL) != other.id().startsWith(Act.TIMED_APPROVAL);
    }

    /** Adds how it ended where no act tells that; answers when it was merged, or null. */
    private @Nullable Long ends() {
        Place place = item.place();
        Sight.State state = item.told(Sight::state);
        Act told = item.acts().values().stream().filter(act -> act.kind() == Kind.MERGED).findFirst().orElse(null);
        String mergedAt = item.told(Sight::merged);
        Long merged = forge.plausible(mergedAt, place, "a merge");
        if (merged == null && told != null) {
            merged = forge.plausible(told.at(), told.place(), "a merge");
        }
        String end = item.told(Sight::closed);
        if (end == null && (state == Sight.State.CLOSED || state == Sight.State.MERGED)) {
            end = item.told(Sight::updated);
        }
        Long closed = merged != null ? null : forge.plausible(end, place, "an end");
        if (merged == null && closed != null && state == Sight.State.MERGED) {
            merged = closed;
        }
        if (merged != null) {
            String by = item.told(Sight::mergedBy);
            acts.add(new Timed(merged, new Act("merged", Kind.MERGED, told == null ? place : told.place(), "",
                    by == null && told != null ? told.actor() : by, "")));
        } else if (closed != null && !isToldBy(Kind.CLOSED, closed)) {
            acts.add(new Timed(closed, new Act("closed", Kind.CLOSED, place, "", item.told(Sight::closedBy), "")));
        }
        return merged;
    }

    private boolean isToldBy(Kind kind, long atMillis) {
        return item.acts().values().stream().filter(act -> act.kind() == kind)
                .map(act -> Instants.millis(act.at())).filter(Objects::nonNull)
                .anyMatch(at -> Math.abs(at - atMillis) <= SAME_MILLIS);
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case APPROVED, CHANGES_REQUESTED, REMARKED -> "a review";
            case COMMENTED -> "a comment";
            case COMMITTED -> "a commit";
            default -> "a change";
        };
    }

    /** The values at first: those of now with every act undone, last first. */
    private State first() {
        List<String> labels = item.told(Sight::labels);
        List<String> assignees = item.told(Sight::assignees);
        String milestone = item.told(Sight::milestone);
        State state = new State(firstStanding(), "", new TreeSet<>(labels == null ? List.of() : labels),
                assignees == null || !whole ? List.of() : assignees, milestone == null ? "" : milestone);
        for (Timed timed : acts.reversed()) {
            String detail = timed.act().detail();
            state = switch (timed.act().kind()) {
                case LABELED -> state.label(detail, false);
                case UNLABELED -> state.label(detail, true);
                case ASSIGNED -> state.assignee(detail, false);
                case UNASSIGNED -> state.assignee(detail, true);
                case MILESTONED -> state.milestone("");
                case DEMILESTONED -> state.milestone(detail);
                default -> state;
            };
        }
        return state;
    }

    private Standing firstStanding() {
        if (!request) {
            return Standing.OPEN;
        }
        for (Timed timed : acts) {
            if (timed.act().kind() == Kind.READIED || timed.act().kind() == Kind.DRAFTED) {
                return timed.act().kind() == Kind.READIED ? Standing.DRAFT : Standing.IN_REVIEW;
            }
        }
        return Boolean.TRUE.equals(item.told(Sight::draft)) ? Standing.DRAFT : Standing.IN_REVIEW;
    }

    private void walk(State first) {
        State state = first;
        after.put(Long.MIN_VALUE, first);
        for (Timed timed : acts) {
            State next = apply(state, timed);
            moves.add(new Move(timed, new Sets(
                    next.standing() != state.standing() || !next.resolution().equals(state.resolution()),
                    !next.labels().equals(state.labels()),
                    !next.priority().equals(state.priority()),
                    !request && !Objects.equals(next.owner(), state.owner()),
                    !next.milestone().equals(state.milestone()))));
            state = next;
            after.put(timed.atMillis(), state);
        }
        List<String> now = item.told(Sight::assignees);
        boolean several = after.values().stream().anyMatch(each -> each.assignees().size() > 1);
        if (!request && (several || (now != null && now.size() > 1))) {
            forge.note("issues with several assignees: the first counts as owner");
        }
    }

    private State apply(State state, Timed timed) {
        Act act = timed.act();
        String detail = act.detail();
        Boolean byAuthor = (owner == null || act.actor() == null) ? null : owner.equals(act.actor());
        Standing standing = request ? state.standing().ofRequestAfter(act.kind(), byAuthor)
                : state.standing().ofIssueAfter(act.kind());
        State next = standing == state.standing() ? state : state.standing(standing, why(standing, timed));
        return switch (act.kind()) {
            case LABELED -> next.label(detail, true);
            case UNLABELED -> next.label(detail, false);
            case ASSIGNED -> next.assignee(detail, true);
            case UNASSIGNED -> next.assignee(detail, false);
            case MILESTONED -> next.milestone(detail);
            case DEMILESTONED -> next.milestone("");
            default -> next;
        };
    }

    /** Why it is over: a page that shows the item tells it of its last end only. */
    private String why(Standing standing, Timed end) {
        if (standing != Standing.CLOSED) {
            return standing == Standing.UNMERGED ? NOT_MERGED : "";
        }
        String now = item.told(Sight::resolution);
        boolean isLast = acts.stream().noneMatch(timed -> timed.act().kind() == Kind.REOPENED
                && timed.atMillis() > end.atMillis());
        return !end.act().detail().isEmpty() ? end.act().detail() : (now != null && isLast) ? now : "";
    }

    private void creation(State first) {
        TreeMap<String, String> values = new TreeMap<>();
        values.put(Field.KEY, name.key());
        values.put(Field.ALIAS, name.local());
        values.put(Field.PROJECT, name.project());
        values.put(Field.TYPE, request ? forge.forge().request() : "issue");
        values.put(Field.CHANGE_LOG, whole ? "full" : "none");
        put(values, Field.LABEL, first.joinedLabels());
        put(values, Field.PRIORITY, first.priority());
        put(values, Field.SEVERITY, first.severity());
        put(values, Field.FIX_VERSION, first.milestone());
        put(values, Field.DUE, item.told(Sight::due));
        String created = item.told(Sight::created);
        String offset = created == null || created.endsWith("Z") ? "" : Instants.offset(created);
        put(values, Field.OFFSET, offset);
        standing(values, first, "");
        String holder = request ? owner : first.owner();
        if (holder == null) {
            values.put(Field.OWNER, whole && !request ? Field.OWNER_NONE : Field.OWNER_UNKNOWN);
        }
        emit(createdMillis, Verb.created, "created", owner, links(holder), values, item.place());
    }

    /** What holds since the last update where the past is not known: after it nothing changed. */
    private void snapshot() {
        State last = after.lastEntry().getValue();
        boolean isOpen = item.told(Sight::state) == Sight.State.OPEN;
        boolean isReopened = isOpen && last.standing().isOver();
        if (whole || !isOpen || (request && !isReopened)) {
            return;
        }
        Long updated = forge.plausible(item.told(Sight::updated), item.place(), "an update");
        if (updated != null) {
            TreeMap<String, String> values = new TreeMap<>();
            State now = isReopened ? last.standing(request ? Standing.REVIEWED_AGAIN : Standing.REOPENED, "") : last;
            standing(values, now, last.resolution());
            List<String> assignees = item.told(Sight::assignees);
            String holder = request ? owner : assignees == null || assignees.isEmpty() ? null : assignees.getFirst();
            if (!request && assignees != null && holder == null) {
                values.put(Field.OWNER, Field.OWNER_NONE);
            }
            emit(updated, Verb.fieldChanged, "snapshot", null, request ? List.of() : links(holder), values,
                    item.place());
        }
    }

    private void move(Move move) {
        Timed timed = move.timed();
        Act act = timed.act();
        State now = Objects.requireNonNull(after.get(timed.atMillis()));
        State before = after.lowerEntry(timed.atMillis()).getValue();
        TreeMap<String, String> values = new TreeMap<>();
        List<Link> links = List.of();
        if (move.sets().standing()) {
            standing(values, now, before.resolution());
        }
        if (move.sets().labels()) {
            values.put(Field.LABEL, now.joinedLabels());
        }
        if (move.sets().priority()) {
            values.put(Field.PRIORITY, now.priority());
        }
        if (!now.severity().equals(before.severity()) && move.sets().labels()) {
            values.put(Field.SEVERITY, now.severity());
        }
        if (move.sets().milestone()) {
            values.put(Field.FIX_VERSION, now.milestone());
        }
        if (move.sets().owner()) {
            links = links(now.owner());
        }
        Verb verb = verb(act, move.sets(), now);
        if (act.kind().isReview()) {
            values.put(Field.VERDICT, verdict(act.kind()));
        } else if (act.kind() == Kind.COMMITTED) {
            put(values, Field.RECORDED, act.detail());
        } else if (verb == Verb.fieldChanged && values.isEmpty()) {
            values.put("field:" + (act.kind() == Kind.OTHER ? act.detail() : field(act.kind())), "");
        }
        emit(timed.atMillis(), verb, nativeId(timed), act.actor(), links, values, act.place());
    }

    /** A close and a reopening are known by their time: a page that shows the item tells it without an id. */
    private static String nativeId(Timed timed) {
        return switch (timed.act().kind()) {
            case CLOSED -> "closed:" + timed.atMillis();
            case REOPENED -> "reopened:" + timed.atMillis();
            case MERGED -> "merged";
            default -> timed.act().id();
        };
    }

    private Verb verb(Act act, Sets sets, State now) {
        return switch (act.kind()) {
            case ASSIGNED, UNASSIGNED -> !sets.owner() ? Verb.fieldChanged
                    : now.owner() == null ? Verb.unassigned : Verb.assigned;
            case MILESTONED, DEMILESTONED -> Verb.scopeMoved;
            case CLOSED -> !act.id().equals("closed") ? Verb.statusChanged
                    : StatusWords.isDropped(now.resolution()) ? Verb.dropped : Verb.done;
            case REOPENED, DRAFTED, READIED -> Verb.statusChanged;
            case MERGED -> Verb.merged;
            case REVIEW_REQUESTED -> Verb.reviewRequested;
            case APPROVED, CHANGES_REQUESTED, REMARKED -> Verb.reviewed;
            case COMMENTED -> Verb.commented;
            case COMMITTED -> Verb.committed;
            case LABELED, UNLABELED, DISMISSED, PUSHED, OTHER -> Verb.fieldChanged;
        };
    }

    private static String verdict(Kind kind) {
        return kind == Kind.APPROVED ? "approved" : kind == Kind.CHANGES_REQUESTED ? "changes" : "comment";
    }

    private static String field(Kind kind) {
        return switch (kind) {
            case ASSIGNED, UNASSIGNED -> "assignee";
            case LABELED, UNLABELED -> "label";
            case DISMISSED -> "review";
            default -> "head";
        };
    }

    /** What happens to a request is told of the item of another tracker that it names, too. */
    private void tracker(String key, State first) {
        Ref other = Ref.byKey(key);
        long opened = first.standing() != Standing.DRAFT ? createdMillis : acts.stream()
                .filter(timed -> timed.act().kind() == Kind.READIED).mapToLong(Timed::atMillis).min()
                .orElse(Long.MIN_VALUE);
        if (item.isSeen() && opened != Long.MIN_VALUE) {
            hand(other, opened, Verb.reviewRequested, "opened:" + key, owner, List.of(), Map.of(), item.place());
        }
        for (Timed timed : acts) {
            Act act = timed.act();
            if (act.kind().isReview()) {
                hand(other, timed.atMillis(), Verb.reviewed, act.id() + ":" + key, act.actor(), List.of(),
                        Map.of(Field.VERDICT, verdict(act.kind())), act.place());
            } else if (act.kind() == Kind.MERGED) {
                hand(other, timed.atMillis(), Verb.merged, "merged:" + key, act.actor(), List.of(), Map.of(),
                        act.place());
            }
        }
    }

    private static void standing(Map<String, String> values, State now, String formerResolution) {
        values.put(Field.STATUS, now.standing().status());
        values.put(Field.STATUS_CATEGORY, now.standing().category());
        if (!now.resolution().isEmpty() || !formerResolution.isEmpty()) {
            values.put(Field.RESOLUTION, now.resolution());
        }
    }

    private List<Link> links(@Nullable String holder) {
        Ref actor = forge.actor(holder);
        return actor == null ? List.of() : List.of(new Link(Link.OWNER, actor));
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field, value);
        }
    }

    private void emit(
            long at, Verb verb, String local, @Nullable String account, List<Link> links, Map<String, String> values,
            Place place) {
        hand(Ref.item(id()), at, verb, local, account, links, values, place);
    }

    private void hand(
            Ref subject, long at, Verb verb, String local, @Nullable String account, List<Link> links,
            Map<String, String> values, Place place) {
        forge.event(new Event(EventId.of(id() + ":" + local), at, verb, subject, forge.actor(account), links, values,
                forge.origin(place, versionMillis, number(local))));
    }

    private static long number(String local) {
        String last = local.substring(local.lastIndexOf(':') + 1);
        try {
            boolean isTime = local.startsWith("closed:") || local.startsWith("reopened:")
                    || local.startsWith(COMMENT_WITHOUT_ID);
            return isTime ? -1 : Long.parseLong(last);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
