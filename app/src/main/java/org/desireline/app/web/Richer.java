package org.desireline.app.web;

import java.util.List;

/**
 * What would make the data richer.
 *
 * @param commands what to type, as it is typed
 */
public record Richer(List<String> commands) {

    public Richer {
        commands = List.copyOf(commands);
    }
}
