package org.desireline.part;

import java.util.TreeSet;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Hears what an item's events say of decisions, instant by instant: states count as they are once all events of an
 * instant are read, so that their order within it decides only who is said to have decided. Cost: constant an event.
 */
final class Hearing {

    private final Life life;
    private final TreeSet<Integer> people = new TreeSet<>();
    private @Nullable Question question;
    private boolean awaited;
    /** Who said in this instant that it is decided, the first of several. */
    private Life.@Nullable Claim decided;
    /** Whose event in this instant was the last by which the item left. */
    private Life.@Nullable Claim left;
    private boolean acted;

    Hearing(Life life) {
        this.life = life;
    }

    /** Whether something waits for a decision. */
    boolean isOpen() {
        return question != null;
    }

    /** An event of the instant; a program did it as {@link Question#PROGRAM}. */
    void hear(Verb verb, int who, boolean bulk) {
        if (who >= 0) {
            people.add(who);
        }
        boolean work = verb == Verb.committed || verb == Verb.merged || verb == Verb.logged || verb == Verb.started;
        acted |= work && !bulk && who != Question.PROGRAM;
    }

    /** An event of the instant says that it is decided. */
    void isDecided(Life.Claim by) {
        decided = decided == null ? by : decided;
    }

    /** By an event of the instant the item leaves where a decision is awaited. */
    void isLeft(Life.Claim by) {
        left = by;
    }

    /** The instant is over, and the item stands where a decision is awaited, or elsewhere. */
    void close(long atMillis, boolean awaits) {
        if (awaits && !awaited) {
            question = new Question(atMillis);
            life.questions.add(question);
        }
        if (question == null && decided != null) {
            question = new Question(Life.NEVER);
            life.questions.add(question);
        }
        Question asked = question;
        Life.Claim by = decided != null ? decided : awaits ? null : left;
        if (asked != null) {
            asked.people.addAll(people);
            if (by != null) {
                asked.decide(atMillis, by);
                question = null;
            } else if (acted && asked.actedMillis == Life.NEVER && asked.openedMillis < atMillis) {
                asked.actedMillis = atMillis;
            }
        }
        awaited = awaits;
        people.clear();
        decided = null;
        left = null;
        acted = false;
    }
}
