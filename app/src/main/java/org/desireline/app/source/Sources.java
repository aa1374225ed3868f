package org.desireline.app.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.desireline.app.git.GitFolder;
import org.desireline.app.source.csv.Columns;
import org.desireline.app.source.csv.CsvReader;
import org.desireline.app.source.csv.JsonLinesReader;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.DocumentReader;
import org.desireline.app.source.files.FileSource;
import org.desireline.app.source.git.GitSource;
import org.desireline.app.source.github.GithubReader;
import org.desireline.app.source.gitlab.GitlabReader;
import org.desireline.app.source.jira.JiraCsvReader;
import org.desireline.app.source.jira.JiraReader;
import org.desireline.app.source.ocel.OcelReader;
import org.desireline.app.source.record.Mappings;
import org.desireline.app.source.xes.XesReader;
import org.desireline.journal.Source;

/** The catalogue: finds the source that understands a path, and for a document the reader. */
public final class Sources {

    private Sources() {}

    /**
     * The source for a path.
     *
     * @param tokens turns an account, with its source before a colon, into an opaque token
     * @param names hears an account, likewise, and a name or an e-mail address of its owner; for this machine only
     */
    public static Source of(Path path, UnaryOperator<String> tokens, BiConsumer<String, String> names) {
        return of(path, tokens, names, Columns.NONE);
    }

    /**
     * The source for a path.
     *
     * @param tokens turns an account, with its source before a colon, into an opaque token
     * @param names hears an account, likewise, and a name or an e-mail address of its owner; for this machine only
     * @param columns what is known of the columns of tables
     */
    public static Source of(
            Path path, UnaryOperator<String> tokens, BiConsumer<String, String> names, Columns columns) {
        return of(path, tokens, names, columns, Mappings.with(Map.of()));
    }

    /**
     * The source for a path.
     *
     * @param tokens turns an account, with its source before a colon, into an opaque token
     * @param names hears an account, likewise, and a name or an e-mail address of its owner; for this machine only
     * @param columns what is known of the columns of tables
     * @param mappings which files of a repository are records
     */
    public static Source of(
            Path path, UnaryOperator<String> tokens, BiConsumer<String, String> names, Columns columns,
            Mappings mappings) {
        return GitFolder.isAt(path) ? new GitSource(path, tokens, names, mappings::history)
                : new FileSource(path, tokens, names, delivery -> readers(delivery, columns));
    }

    /** The readers of documents, in the order in which they are asked: the surest first. */
    static List<DocumentReader> readers(Delivery delivery, Columns columns) {
        return List.of(new OcelReader(delivery), new XesReader(delivery), new GithubReader(delivery),
                new GitlabReader(delivery), new JiraCsvReader(delivery), new CsvReader(delivery, columns),
                new JsonLinesReader(delivery, columns), new JiraReader(delivery));
    }
}
