package org.desireline.part;

import org.desireline.journal.EventBatch;
import org.desireline.journal.Journal;
import org.desireline.journal.Origin;
import org.jspecify.annotations.Nullable;

/** One event of a batch, its attributes by name. */
record Row(Journal journal, EventBatch batch, int row) {

    /** The value of an attribute, or null. */
    @Nullable String get(String name) {
        int to = batch.attributeStart()[row + 1];
        for (int i = batch.attributeStart()[row]; i < to; i++) {
            if (journal.text(batch.attributeName()[i]).equals(name)) {
                return journal.text(batch.attributeValue()[i]);
            }
        }
        return null;
    }

    /** The value of an attribute, or another. */
    String orElse(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    /** Where it was read, as it is shown. */
    String origin() {
        return Origin.shown(journal.text(batch.pointer()[row]), batch.record()[row]);
    }

    /** The first target of a link, or -1. */
    int link(String qualifier) {
        int to = batch.linkStart()[row + 1];
        for (int i = batch.linkStart()[row]; i < to; i++) {
            if (journal.text(batch.linkQualifier()[i]).equals(qualifier)) {
                return batch.linkTarget()[i];
            }
        }
        return -1;
    }
}
