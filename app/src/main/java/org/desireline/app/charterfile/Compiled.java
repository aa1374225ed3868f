package org.desireline.app.charterfile;

import java.util.List;
import org.desireline.charter.Declared;
import org.desireline.charter.Gate;
import org.desireline.charter.Intent;
import org.desireline.charter.Membership;
import org.desireline.charter.StatusMap;
import org.desireline.journal.Trouble;

/**
 * What was declared, resolved against a journal.
 *
 * @param intent the versions as codes
 * @param membership what every item belonged to, over time
 * @param statuses what statuses stand for: as guessed, overruled by the newest version
 * @param newest the newest version: its calendar, zone, commitments and all else that is not in the intent
 * @param troubles what could not be resolved, and what is worth knowing
 */
public record Compiled(
        Intent intent, Membership membership, StatusMap statuses, Declared newest, List<Trouble> troubles) {

    public Compiled {
        troubles = List.copyOf(troubles);
    }

    /** The gates of the newest version. */
    public List<Gate> gates() {
        return newest.gates();
    }
}
