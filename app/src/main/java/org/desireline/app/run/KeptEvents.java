package org.desireline.app.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.desireline.app.store.FolderWorkspace;
import org.desireline.app.store.ThrowawayWorkspace;
import org.desireline.app.store.Workspace;
import org.desireline.journal.Event;
import org.desireline.journal.SourceException;

/** The events of a workspace as sources delivered them, for whoever hands them on: nobody is joined with anybody. */
public interface KeptEvents {

    /** Delivers them by (instant, id), as often as asked. */
    void each(Consumer<Event> sink);

    /**
     * Imports what is asked for and gives the events to whoever uses them.
     *
     * @param home the workspace
     * @param throwaway whether to keep nothing
     * @param paths exports to import first, empty for what the workspace holds
     * @param progress receives a line a step, for talk
     * @throws SourceException where no source could be read, or there is no event
     */
    static <T> T of(
            Path home, boolean throwaway, List<Path> paths, Consumer<String> progress, Function<KeptEvents, T> use) {
        try (Workspace workspace = throwaway ? new ThrowawayWorkspace() : FolderWorkspace.in(home, progress)) {
            Intake.Report report = Intake.of(workspace, new Tokens(workspace.secret()), paths, false, progress);
            long[] events = {0};
            workspace.events(event -> events[0]++);
            if (events[0] == 0) {
                throw Analysis.nothing(report);
            }
            return use.apply(workspace::events);
        }
    }
}
