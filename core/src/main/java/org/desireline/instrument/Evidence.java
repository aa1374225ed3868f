package org.desireline.instrument;

import java.util.List;

/**
 * An event or item behind a line, with nothing in it that says who.
 *
 * @param item the name people know the item by
 * @param day ISO day
 * @param because what it is evidence of
 * @param events where the events behind it were read; empty where it rests on the whole of the item's life
 * @param details further facts, such as a menu by class
 */
public record Evidence(String item, String day, String because, List<String> events, List<String> details) {

    public Evidence {
        events = List.copyOf(events);
        details = List.copyOf(details);
    }
}
