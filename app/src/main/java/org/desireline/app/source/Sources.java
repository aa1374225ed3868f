package org.desireline.app.source;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.desireline.app.source.jira.JiraSource;
import org.desireline.journal.Source;

/** The catalogue: finds the source that understands a path. */
public final class Sources {

    private Sources() {}

    /**
     * The source for a path.
     *
     * @param tokens turns an account, with its source before a colon, into an opaque token
     */
    public static Source of(Path path, UnaryOperator<String> tokens) {
        return new JiraSource(path, tokens);
    }
}
