package org.desireline.journal;

import java.util.List;

/**
 * Names of event attributes. Multi-valued attributes hold their values sorted and joined by {@link #SEPARATOR}.
 */
public final class Field {

    /** What people call the item; see {@link Keys}. */
    public static final String KEY = "key";
    /** What people called the item before. */
    public static final String ALIAS = "alias";
    public static final String PROJECT = "project";
    public static final String STATUS = "status";
    public static final String STATUS_CATEGORY = "statusCategory";
    public static final String RESOLUTION = "resolution";
    public static final String PRIORITY = "priority";
    public static final String TYPE = "type";
    public static final String COMPONENT = "component";
    public static final String EPIC = "epic";
    public static final String FIX_VERSION = "fixVersion";
    public static final String LABEL = "label";
    public static final String SPRINT = "sprint";
    /** The team in whose queue the item lies, as the tracker names it. */
    public static final String TEAM = "team";
    public static final String DUE = "due";
    /** On dueSet and dueMoved: which promise of the item it is about; none: the item's own due date. */
    public static final String TARGET = "target";
    /** On dueSet and dueMoved: the word that was resolved to a day, such as {@code v1.21}. */
    public static final String PROMISED_AS = "promisedAs";
    /** A target: a promise of a whole, such as a sprint, of which a table tells how much of it was delivered. */
    public static final String WHOLE = "whole";
    /** Of a record: what it is called in whatever period it is declared for; empty once no file holds it any more. */
    public static final String AGAIN = "again";
    /** Of a record: the teams it asks for something, each with how often, such as {@code lang 3}. */
    public static final String ASKED = "asked";
    /** On declared, of a whole: what was delivered less what was planned, as a decimal number. */
    public static final String DIFFERENCE = "difference";
    /** On declared, of a whole: of how many parts it is. */
    public static final String PARTS = "parts";
    /** On declared, of a whole: how many people were at it. */
    public static final String PEOPLE = "people";
    public static final String SEVERITY = "severity";
    /** Begins the names of fields that a tracker's owner defined: {@code custom:Customer}. */
    public static final String CUSTOM = "custom:";
    public static final String ESTIMATE = "estimate";
    public static final String CHILDREN = "children";
    /** On {@code created}: what the source can prove about the item's past, {@code full} or {@code none}. */
    public static final String CHANGE_LOG = "changeLog";
    /** Says without a link what is known of the owner: {@link #OWNER_NONE} or {@link #OWNER_UNKNOWN}. */
    public static final String OWNER = "owner";
    public static final String OWNER_NONE = "none";
    public static final String OWNER_UNKNOWN = "unknown";
    /** On {@code created}: the offset the source writes its instants in, such as {@code +0100}. */
    public static final String OFFSET = "offset";
    /** On {@code logged}: length of the work in milliseconds. */
    public static final String MILLIS = "millis";
    /** On {@code committed}: when the commit came into the history that was read, in milliseconds; often later. */
    public static final String RECORDED = "recorded";

    /** On events of process logs: what was done, such as {@code Check invoice}. */
    public static final String ACTIVITY = "activity";
    /** Which doing of an activity it was, where a log tells its doings apart. */
    public static final String INSTANCE = "instance";
    /** The log's own word for what happened to the doing of an activity, such as {@code schedule}. */
    public static final String LIFECYCLE = "lifecycle";
    /** On {@code committed}: the files that were changed. */
    public static final String PATH = "path";
    /**
     * On {@code committed}: whether whoever did it was declared to own what was changed: {@code owner}, {@code other},
     * {@code none} where nobody was, {@code unclear}.
     */
    public static final String DECLARED = "declared";
    /** On {@code reviewed}: {@code approved}, {@code changes} or {@code comment}. */
    public static final String VERDICT = "verdict";

    /** Types of items that are changes to a repository: they are reviewed, and end by being merged. */
    public static final List<String> CHANGES = List.of("pull request", "merge request", "merge", "commits");

    /** Joins the values of a multi-valued attribute; not a character that trackers let people type. */
    public static final char SEPARATOR = '\u001f';

    private Field() {}

    /** Splits a multi-valued attribute; the empty text has no values. */
    public static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(String.valueOf(SEPARATOR)));
    }
}
