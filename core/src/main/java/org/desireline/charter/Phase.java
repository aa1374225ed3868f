package org.desireline.charter;

/** Where an item stands in the flow of work. The constants' names are those of {@code guess.yaml} and JSON. */
public enum Phase {
    backlog, queued, working, review, decision, blocked, done, dropped;

    /** Whether the item's life is over. */
    public boolean isOver() {
        return this == done || this == dropped;
    }

    /** Whether somebody could take the item up as it stands. */
    public boolean isReady() {
        return this == backlog || this == queued;
    }
}
