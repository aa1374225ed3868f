package org.desireline.instrument;

import java.util.List;

/**
 * An event or item behind a line, with nothing in it that says who.
 *
 * @param item the name people know the item by
 * @param day ISO day
 * @param because what it is evidence of
 * @param details further facts, such as a menu by class
 */
public record Evidence(String item, String day, String because, List<String> details) {

    public Evidence {
        details = List.copyOf(details);
    }
}
