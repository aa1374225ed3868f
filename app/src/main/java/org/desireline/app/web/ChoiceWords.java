package org.desireline.app.web;

import java.util.List;
import java.util.Map;

/** What choices and what explains them are called, on the page and on a terminal. */
public final class ChoiceWords {

    /** What reasons of choices are called, by their names in JSON. */
    public static final Map<String, String> GROUPS = Map.of(
            "important", "importance: its priority",
            "urgent", "urgency: due dates, age",
            "fast", "speed: size, familiarity, few approvals",
            "safe", "safety: such work rarely comes back",
            "pleasing", "whoever asked for it");
    /** The reasons, in the order in which they are told. */
    public static final List<String> GROUP_ORDER = List.of("important", "urgent", "fast", "safe", "pleasing");
    /** What an item is that an attribute speaks for. */
    public static final Map<String, String> ATTRIBUTES = Map.of(
            "priority", "higher priority",
            "due", "nearer its due date",
            "hasDue", "with a due date",
            "age", "ready for longer",
            "size", "expected to be smaller",
            "familiarity", "in an area known better",
            "friction", "with fewer approvals, hand-overs",
            "failure", "of a kind that comes back less",
            "requester", "asked for from higher up");
    /** The attributes, in the order in which they are told. */
    public static final List<String> ATTRIBUTE_ORDER = List.of("priority", "due", "hasDue", "age", "size",
            "familiarity", "friction", "failure", "requester");

    /** What decisions are that do not count, by the reason. */
    public static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("oneItemMenu", "with nothing else to choose"),
            Map.entry("oneClass", "with one rank to choose from"),
            Map.entry("menuMiss", "of items not on their menu"),
            Map.entry("container", "of containers"),
            Map.entry("unranked", "of items without a rank"),
            Map.entry("skippedStart", "done without a recorded start"),
            Map.entry("otherFamily", "handed out"),
            Map.entry("fromPool", "just taken out of what nobody owned"),
            Map.entry("outsideWindow", "outside the window"),
            Map.entry("overlap", "while records overlap"),
            Map.entry("noPool", "of no named component or team"));

    private ChoiceWords() {}
}
