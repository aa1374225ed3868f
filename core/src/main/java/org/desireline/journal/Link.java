package org.desireline.journal;

/**
 * A qualified reference from an event to an object.
 *
 * @param qualifier what the object is to the event
 * @param target the object
 */
public record Link(String qualifier, Ref target) {

    /** On created and assigned: the actor who owns the item from then on. */
    public static final String OWNER = "owner";
    /** On linked and unlinked: the item that must be done before the subject can go on. */
    public static final String BLOCKED_BY = "blockedBy";
    /** On created: the item that contains the subject. */
    public static final String PARENT = "parent";
}
