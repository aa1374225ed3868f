package org.desireline.journal;

import org.jspecify.annotations.Nullable;

/**
 * A reference to an object of the log.
 *
 * @param kind item or actor
 * @param id unique within the kind: for an item {@code source:instance:nativeId}, or {@code key:} and its key where a
 *     source knows no more; for an actor an opaque token
 */
public record Ref(String kind, String id) {

    public static final String ITEM = "item";
    public static final String ACTOR = "actor";

    /** Begins the id of an item of which only the key is known. No source is called so. */
    private static final String BY_KEY = "key:";

    public Ref {
        if (kind.isEmpty() || id.isEmpty()) {
            throw new IllegalArgumentException("A reference needs a kind and an id: '" + kind + "', '" + id + "'.");
        }
    }

    /** An item. */
    public static Ref item(String id) {
        return new Ref(ITEM, id);
    }

    /** An item of which a source knows only what trackers call it: {@link Keys} finds out which one it is. */
    public static Ref byKey(String key) {
        return item(BY_KEY + key);
    }

    /** The key that an id consists of, or null where it is the id of an item. */
    static @Nullable String keyIn(String id) {
        return id.startsWith(BY_KEY) ? id.substring(BY_KEY.length()) : null;
    }

    /** An actor's token. */
    public static Ref actor(String token) {
        return new Ref(ACTOR, token);
    }
}
