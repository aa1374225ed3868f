package org.desireline.part;

/** A complete piece of what happened, in one of the grains that instruments ask for. */
public sealed interface Part
        permits Trace, Choice, ActorWeek, TeamWeek, AreaWeek, AreaStock, Promise, Decision, Clause {

    /** What an instrument throws that is handed a part of a grain for which it did not ask. */
    static IllegalArgumentException unasked(Part part) {
        return new IllegalArgumentException("No " + part.getClass().getSimpleName() + " was asked for.");
    }
}
