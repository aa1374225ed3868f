package org.desireline.part;

/** A complete piece of what happened, in one of the grains that instruments ask for. */
public sealed interface Part
        permits Trace, Choice, ActorWeek, TeamWeek, AreaWeek, AreaStock, Promise, Decision, Clause {}
