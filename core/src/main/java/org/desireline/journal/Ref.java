package org.desireline.journal;

/**
 * A reference to an object of the log.
 *
 * @param kind item or actor
 * @param id unique within the kind: for an item {@code source:instance:nativeId}, for an actor an opaque token
 */
public record Ref(String kind, String id) {

    public static final String ITEM = "item";
    public static final String ACTOR = "actor";

    public Ref {
        if (kind.isEmpty() || id.isEmpty()) {
            throw new IllegalArgumentException("A reference needs a kind and an id: '" + kind + "', '" + id + "'.");
        }
    }

    /** An item. */
    public static Ref item(String id) {
        return new Ref(ITEM, id);
    }

    /** An actor's token. */
    public static Ref actor(String token) {
        return new Ref(ACTOR, token);
    }
}
