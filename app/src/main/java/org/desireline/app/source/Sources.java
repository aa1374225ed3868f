package org.desireline.app.source;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.desireline.app.git.GitFolder;
import org.desireline.app.source.git.GitSource;
import org.desireline.app.source.jira.JiraSource;
import org.desireline.journal.Source;

/** The catalogue: finds the source that understands a path. */
public final class Sources {

    private Sources() {}

    /**
     * The source for a path.
     *
     * @param tokens turns an account, with its source before a colon, into an opaque token
     * @param names hears an account, likewise, and a name or an e-mail address of its owner; for this machine only
     */
    public static Source of(Path path, UnaryOperator<String> tokens, BiConsumer<String, String> names) {
        return GitFolder.isAt(path) ? new GitSource(path, tokens, names) : new JiraSource(path, tokens, names);
    }
}
