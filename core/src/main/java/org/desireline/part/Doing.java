package org.desireline.part;

/**
 * What the awaited party was doing while an item waited: the second level of the ledger. The constants' names are those
 * of JSON.
 */
public enum Doing {
    /** At work on something declared more important. */
    outranked("while its owner worked on something declared more important"),
    /** At work on something of the same class. */
    contention("while its owner worked on something of the same class"),
    /** At work on something declared less important that was begun after the item had become available. */
    displacedNew("while its owner worked on something declared less important, begun afterwards"),
    /** At work on something declared less important that was under way already. */
    displacedInflight("while its owner worked on something declared less important, already under way"),
    /** At work on something whose standing to the item was never declared. */
    busyUnranked("while its owner worked on something of no declared rank"),
    /** At work on one of several items of different standing. */
    busyAmbiguous("while its owner worked on one of several items"),
    /** No visible work; never idleness. */
    silent("with no visible work of its owner");

    private static final Doing[] ALL = values();

    private final String phrase;

    Doing(String phrase) {
        this.phrase = phrase;
    }

    /** What an hour on it means, after "waited". */
    public String phrase() {
        return phrase;
    }

    /** The doing of an ordinal, as tallies store it. */
    public static Doing of(int ordinal) {
        return ALL[ordinal];
    }
}
