package org.desireline.app.source.forge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Instants;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Trouble.Severity;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what pages show of items, and turns it into events once all are read. Pure: no IO, and people are tokens
 * from the first moment.
 *
 * <p>The past of an item counts as known where its own timeline was read, or a list of all events of its project that
 * reaches back to its creation. Else its present labels and milestone are taken for the first, and who owned an issue
 * is unknown before the present. Cost: {@code a log a} in the acts of an item; memory in items and acts.
 */
public final class ForgeEvents {

    private final Forge forge;
    private final Delivery delivery;
    private final TreeMap<ItemName, Gathered> items = new TreeMap<>();
    /** By project, the earliest act of the lists of events of all its items. */
    private final Map<String, Long> logsSince = new HashMap<>();
    private final Map<String, Map<String, Long>> wrongs = new TreeMap<>();
    private final Map<String, Long> notes = new TreeMap<>();

    /** A translator of one import. */
    public ForgeEvents(Forge forge, Delivery delivery) {
        this.forge = forge;
        this.delivery = delivery;
    }

    /** Hears what a page shows of an item. */
    public void saw(ItemName item, Sight sight) {
        gathered(item).saw(sight);
    }

    /** Hears of an act. */
    public void did(ItemName item, Act act) {
        gathered(item).did(act);
    }

    /** Hears that everything that was ever done to an item is told. */
    public void logIsWhole(ItemName item) {
        gathered(item).logIsWhole();
    }

    /** Hears of an act out of a list of the acts on all items of a project. */
    public void didAmongAll(ItemName item, Act act) {
        did(item, act);
        Long at = Instants.millis(act.at());
        if (at != null) {
            logsSince.merge(item.project(), at, Math::min);
        }
    }

    private Gathered gathered(ItemName item) {
        return items.computeIfAbsent(item, none -> new Gathered());
    }

    /** Hands everything on. */
    public void finish() {
        Map<String, Boolean> complete = new HashMap<>();
        items.forEach((name, item) -> complete.merge(name.project(), ItemStory.isEndTold(item), Boolean::logicalAnd));
        Map<ItemName, ItemStory> stories = new TreeMap<>();
        items.forEach((name, item) -> {
            if (!item.isSeen() && item.acts().isEmpty()) {
                return;
            }
            ItemStory story = new ItemStory(this, name, item, isLogWhole(name, item, complete));
            story.tell();
            stories.put(name, story);
        });
        stories.values().forEach(story -> links(story, stories));
        wrongs.forEach((pointer, kinds) -> kinds.forEach((what, count) ->
                delivery.trouble(Severity.WARNING, pointer, what, count)));
        notes.forEach((what, count) -> delivery.trouble(Severity.NOTE, forge.name(), what, count));
        items.clear();
    }

    private boolean isLogWhole(ItemName name, Gathered item, Map<String, Boolean> complete) {
        if (item.isLogWhole() && ItemStory.isEndTold(item)) {
            return true;
        }
        Long since = logsSince.get(name.project());
        String text = item.told(Sight::created);
        Long created = text == null ? null : Instants.millis(text);
        return since != null && ItemStory.isEndTold(item)
                && (complete.getOrDefault(name.project(), false) || (created != null && created >= since));
    }

    /** An issue waits for the request that is to close it. */
    private void links(ItemStory story, Map<ItemName, ItemStory> stories) {
        for (ItemName name : story.closes()) {
            ItemStory issue = stories.get(name);
            if (issue == null || !issue.isDated()) {
                note("requests that say to close an issue which is not in the data: no link");
            } else if (!issue.isRequest()) {
                String id = issue.id() + ":closedBy:" + story.name().key();
                delivery.event(new Event(EventId.of(id), Math.max(story.createdMillis(), issue.createdMillis()),
                        Verb.linked, Ref.item(issue.id()), story.author(),
                        List.of(new Link(Link.BLOCKED_BY, Ref.item(story.id()))), Map.of(), story.origin()));
            }
        }
    }

    Forge forge() {
        return forge;
    }

    void event(Event event) {
        delivery.event(event);
    }

    @Nullable Ref actor(@Nullable String account) {
        return account == null ? null : delivery.actor(account);
    }

    /** Counts something worth knowing. */
    void note(String what) {
        notes.merge(what, 1L, Long::sum);
    }

    /** Says that something cannot be used. */
    void fail(String where, String what) {
        delivery.trouble(Severity.ERROR, where, what, 1);
    }

    /** An instant that can be true, or null and a trouble. */
    @Nullable Long plausible(@Nullable String text, Place place, String what) {
        if (text == null) {
            return null;
        }
        Long millis = Instants.millis(text);
        String wrong = Instants.wrong(text, millis, place.newestMillis());
        if (wrong != null) {
            wrongs.computeIfAbsent(place.pointer(), none -> new TreeMap<>())
                    .merge(what + " " + wrong + "; it does not count", 1L, Long::sum);
        }
        return wrong == null ? millis : null;
    }

    /** Where something stands, as an origin of events. */
    Origin origin(Place place, long versionMillis, long record) {
        return new Origin(forge.name(), versionMillis, place.pointer(), record);
    }
}
