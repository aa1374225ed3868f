package org.desireline.app.source.record;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A record while its history is walked: where it lies, and what was last said of it. */
final class Item {

    private final String id;
    private final TreeSet<String> paths = new TreeSet<>();
    private final Map<String, String> attributes = new TreeMap<>();
    private final Map<String, State.Due> dues = new TreeMap<>();
    private Mapping mapping;
    private String key = "";
    private String called = "";
    private String title = "";
    private String blob = "";
    private String status = "";
    private String owner = "";
    private boolean ended;
    private long atMillis = Long.MIN_VALUE;

    /**
     * A record that begins.
     *
     * @param id its identity within the repository: its first key, or its first path
     */
    Item(String id, Mapping mapping) {
        this.id = id;
        this.mapping = mapping;
    }

    /** Its identity. */
    String id() {
        return id;
    }

    /** The files that hold it: one, unless two have its key. */
    Set<String> paths() {
        return paths;
    }

    /** The mapping it was last read by. */
    Mapping mapping() {
        return mapping;
    }

    /** Its key, empty while it has none. */
    String key() {
        return key;
    }

    /** Takes a key. */
    void takeKey(String taken) {
        key = taken;
    }

    /** What people call it, empty while nothing was told of it. */
    String called() {
        return called;
    }

    /** Takes a name. */
    void call(String name) {
        called = name;
    }

    /** Remembers what is compared with other files, and with nothing that is told. */
    void remember(Mapping by, String itsTitle, String itsBlob) {
        mapping = by;
        title = itsTitle;
        blob = itsBlob;
    }

    /** Whether a file that begins as this record's ends is this record: the same text, or the same title. */
    boolean isAgain(String otherTitle, String otherBlob) {
        return blob.equals(otherBlob) || (!title.isEmpty() && title.equals(otherTitle));
    }

    /** Notes when its next version came: git knows seconds, so of several within one each is a millisecond later. */
    void tick(long committedMillis) {
        boolean sameSecond = committedMillis / 1000 == atMillis / 1000;
        atMillis = sameSecond ? atMillis + 1 : committedMillis;
    }

    /** When its newest version was committed. */
    long atMillis() {
        return atMillis;
    }

    /** Its status. */
    String status() {
        return status;
    }

    /** Takes a status. */
    void setStatus(String said) {
        status = said;
    }

    /** Its owner, as written. */
    String owner() {
        return owner;
    }

    /** Takes an owner. */
    void setOwner(String said) {
        owner = said;
    }

    /** Its attributes, as last told. */
    Map<String, String> attributes() {
        return attributes;
    }

    /** What was promised, as last told. */
    Map<String, State.Due> dues() {
        return dues;
    }

    /** Whether no file holds it any more. */
    boolean isEnded() {
        return ended;
    }

    /** Says whether a file holds it. */
    void setEnded(boolean none) {
        ended = none;
    }
}
