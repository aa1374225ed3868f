package org.desireline.journal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A journal whose columns are all in memory, however they came there: 38 bytes an event plus 8 an attribute or link,
 * and each distinct text once.
 */
public final class ColumnJournal implements Journal {

    private static final int BATCH_ROWS = 8192;

    private final List<String> texts;
    private final List<String> items;
    private final List<String> actors;
    private final EventBatch all;
    private final List<Trouble> troubles;

    /**
     * A journal of these columns, which are taken as they are and not copied.
     *
     * @param texts texts by code
     * @param items ids of items by number, ascending
     * @param actors tokens of actors by number, in order of first appearance
     * @param all the events, ordered by (item, instant, id), no id twice
     * @param troubles sorted, equal ones counted together
     */
    public ColumnJournal(
            List<String> texts, List<String> items, List<String> actors, EventBatch all, List<Trouble> troubles) {
        this.texts = texts;
        this.items = items;
        this.actors = actors;
        this.all = all;
        this.troubles = List.copyOf(troubles);
    }

    @Override
    public String text(int code) {
        return texts.get(code);
    }

    @Override
    public int itemCount() {
        return items.size();
    }

    @Override
    public int actorCount() {
        return actors.size();
    }

    @Override
    public long eventCount() {
        return all.size();
    }

    @Override
    public String actorToken(int actor) {
        return actors.get(actor);
    }

    @Override
    public String itemId(int item) {
        return items.get(item);
    }

    @Override
    public List<Trouble> troubles() {
        return troubles;
    }

    @Override
    public void read(Consumer<EventBatch> sink) {
        int from = 0;
        while (from < all.size()) {
            int to = Math.min(all.size(), from + BATCH_ROWS);
            while (to < all.size() && all.item()[to] == all.item()[to - 1]) {
                to++;
            }
            sink.accept(slice(from, to));
            from = to;
        }
    }

    private EventBatch slice(int from, int to) {
        int firstAttribute = all.attributeStart()[from];
        int firstLink = all.linkStart()[from];
        return new EventBatch(
                to - from,
                Arrays.copyOfRange(all.item(), from, to),
                Arrays.copyOfRange(all.atMillis(), from, to),
                Arrays.copyOfRange(all.verb(), from, to),
                Arrays.copyOfRange(all.actor(), from, to),
                Arrays.copyOfRange(all.pointer(), from, to),
                Arrays.copyOfRange(all.record(), from, to),
                rebased(all.attributeStart(), from, to),
                Arrays.copyOfRange(all.attributeName(), firstAttribute, all.attributeStart()[to]),
                Arrays.copyOfRange(all.attributeValue(), firstAttribute, all.attributeStart()[to]),
                rebased(all.linkStart(), from, to),
                Arrays.copyOfRange(all.linkQualifier(), firstLink, all.linkStart()[to]),
                Arrays.copyOfRange(all.linkTarget(), firstLink, all.linkStart()[to]));
    }

    private static int[] rebased(int[] starts, int from, int to) {
        int[] slice = Arrays.copyOfRange(starts, from, to + 1);
        for (int i = slice.length - 1; i >= 0; i--) {
            slice[i] -= slice[0];
        }
        return slice;
    }
}
