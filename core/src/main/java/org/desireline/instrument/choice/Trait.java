package org.desireline.instrument.choice;

import java.util.Arrays;
import java.util.List;
import org.desireline.part.Choice;
import org.jspecify.annotations.Nullable;

/** What an item had, before it was chosen, that may have spoken for it: the attributes of the model. */
enum Trait {
    PRIORITY("priority", "declared importance", Group.IMPORTANT, null),
    DUE("due", "a due date that is near", Group.URGENT, Choice.Attribute.DUE),
    HAS_DUE("hasDue", "having a due date", Group.URGENT, Choice.Attribute.HAS_DUE),
    AGE("age", "age", Group.URGENT, Choice.Attribute.AGE),
    SIZE("size", "a small expected size", Group.FAST, Choice.Attribute.SIZE),
    FAMILIARITY("familiarity", "familiarity with its area", Group.FAST, Choice.Attribute.FAMILIARITY),
    FRICTION("friction", "few approvals and hand-overs", Group.FAST, Choice.Attribute.FRICTION),
    FAILURE("failure", "that its kind seldom comes back", Group.SAFE, Choice.Attribute.FAILURE),
    REQUESTER("requester", "the level of whoever asked", Group.PLEASING, Choice.Attribute.REQUESTER),
    /** Work in hand attracts whatever it is; left out, finishing would look like a liking for what is small. */
    BEGUN("begun", "having been begun before", null, null);

    /** Reasons for which work is taken up. */
    enum Group {
        IMPORTANT("important"),
        URGENT("urgent"),
        FAST("fast"),
        SAFE("safe"),
        PLEASING("pleasing");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /** The name used in line ids. */
        String label() {
            return label;
        }
    }

    /** All of them, in the order of columns. */
    static final List<Trait> ALL = List.of(values());

    private final String label;
    private final String words;
    private final @Nullable Group group;
    private final Choice.@Nullable Attribute attribute;

    Trait(String label, String words, @Nullable Group group, Choice.@Nullable Attribute attribute) {
        this.label = label;
        this.words = words;
        this.group = group;
        this.attribute = attribute;
    }

    /** The name used in line ids. */
    String label() {
        return label;
    }

    /** What speaks for an item that has more of it. */
    String words() {
        return words;
    }

    /** The reason it belongs to; null where it is in every model that is compared. */
    @Nullable Group group() {
        return group;
    }

    /** Whether it can be claimed to decide. */
    boolean isReason() {
        return group != null;
    }

    /** What the parts call it; null where it is read otherwise. */
    Choice.@Nullable Attribute attribute() {
        return attribute;
    }

    /** Those that the parts tell as attributes. */
    static List<Trait> told() {
        return Arrays.stream(values()).filter(trait -> trait.attribute != null).toList();
    }
}
