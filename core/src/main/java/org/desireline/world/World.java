package org.desireline.world;

import java.util.List;

/**
 * The recorded life of an organisation, as its tracker would know it: people, items, and what was done to them.
 *
 * @param name what the organisation calls itself
 * @param startMillis the first instant of the record
 * @param endMillis the instant up to which it was kept; nothing in it is later
 * @param people everybody; changes name them by index
 * @param items in order of number, and so of creation
 */
public record World(String name, long startMillis, long endMillis, List<Person> people, List<WorkItem> items) {

    /** The index that stands for no person. */
    public static final int NOBODY = -1;

    public World {
        people = List.copyOf(people);
        items = List.copyOf(items);
        for (WorkItem item : items) {
            if (item.createdMillis() < startMillis || item.updatedMillis() > endMillis) {
                throw new IllegalArgumentException("Item " + item.number() + " lived in [" + item.createdMillis()
                        + ", " + item.updatedMillis() + "], outside the record [" + startMillis + ", " + endMillis
                        + "]. Perhaps a change was kept that the record's end cuts off.");
            }
        }
    }
}
