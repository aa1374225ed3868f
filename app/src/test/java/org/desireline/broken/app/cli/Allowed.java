package org.desireline.broken.app.cli;

import org.desireline.instrument.Line;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;
import org.desireline.part.Account;
import org.desireline.part.ClassTable;
import org.desireline.part.LawFailed;
import org.desireline.publish.Published;

/** Uses what a page may use. */
record Allowed(
        Published published, Line line, Account account, Trouble trouble, SourceException failed, LawFailed law) {

    static String other() {
        return ClassTable.OTHER;
    }
}
