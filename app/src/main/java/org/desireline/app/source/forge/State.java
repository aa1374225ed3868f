package org.desireline.app.source.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.desireline.journal.Field;
import org.jspecify.annotations.Nullable;

/**
 * The values that an item's fields hold after some act.
 *
 * @param standing where it stands
 * @param resolution why it is over; empty where it is not, or that is not told
 * @param labels its labels
 * @param assignees accounts, in the order in which they were assigned
 * @param milestone its milestone, or empty
 */
record State(
        Standing standing, String resolution, TreeSet<String> labels, List<String> assignees, String milestone) {

    State {
        labels = new TreeSet<>(labels);
        assignees = List.copyOf(assignees);
    }

    State standing(Standing other, String why) {
        return new State(other, why, labels, assignees, milestone);
    }

    State milestone(String other) {
        return new State(standing, resolution, labels, assignees, other);
    }

    State label(String label, boolean there) {
        TreeSet<String> changed = new TreeSet<>(labels);
        if (there) {
            changed.add(label);
        } else {
            changed.remove(label);
        }
        return new State(standing, resolution, changed, assignees, milestone);
    }

    State assignee(String account, boolean there) {
        List<String> changed = new ArrayList<>(assignees);
        changed.remove(account);
        if (there) {
            changed.add(account);
        }
        return new State(standing, resolution, labels, changed, milestone);
    }

    /** The first of several assignees counts as owner; null where there is none. */
    @Nullable String owner() {
        return assignees.isEmpty() ? null : assignees.getFirst();
    }

    String joinedLabels() {
        return String.join(String.valueOf(Field.SEPARATOR), labels);
    }

    String priority() {
        String told = LabelWords.priority(labels);
        return told == null ? "" : told;
    }

    String severity() {
        String told = LabelWords.severity(labels);
        return told == null ? "" : told;
    }
}
