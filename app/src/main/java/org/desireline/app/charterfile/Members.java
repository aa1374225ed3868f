package org.desireline.app.charterfile;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/**
 * The people that a charter may name, as accounts' tokens.
 *
 * @param tokens a name's tokens; empty where nobody has the name
 * @param names the names there are
 */
public record Members(Function<String, Set<String>> tokens, Collection<String> names) {

    public Members {
        names = Set.copyOf(names);
    }

    /** Nobody is known. */
    public static Members none() {
        return new Members(name -> Set.of(), Set.of());
    }
}
