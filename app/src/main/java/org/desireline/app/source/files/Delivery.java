package org.desireline.app.source.files;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.desireline.journal.Event;
import org.desireline.journal.Ref;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;

/**
 * Where a reader puts what it reads.
 *
 * @param tokens turns an account, with its source before a colon, into an opaque token
 * @param names hears an account, likewise, and a name or an e-mail address of its owner; for this machine only
 * @param events takes events, in any order
 * @param troubles takes what is wrong
 */
public record Delivery(
        UnaryOperator<String> tokens,
        BiConsumer<String, String> names,
        Consumer<Event> events,
        Consumer<Trouble> troubles) {

    /** Whoever has an account, which begins with its source: {@code jira:ada}. */
    public Ref actor(String account) {
        return Ref.actor(tokens.apply(account));
    }

    /** Says what the owner of an account is called. */
    public void called(String account, String name) {
        names.accept(account, name);
    }

    /** Hands on an event. */
    public void event(Event event) {
        events.accept(event);
    }

    /** Says what is wrong, and how often. */
    public void trouble(Severity severity, String where, String what, long count) {
        troubles.accept(new Trouble(severity, where, what, count));
    }
}
