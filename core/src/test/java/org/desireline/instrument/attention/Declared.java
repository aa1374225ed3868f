package org.desireline.instrument.attention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.charter.Charter;
import org.desireline.charter.Intent;
import org.desireline.charter.Membership;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.part.Assembler;
import org.desireline.part.Assembly;
import org.desireline.part.Organisation;

/** Organisations under a charter whose priorities are those of the tracker, with shares, orders and teams declared. */
final class Declared {

    private Declared() {}

    /** A version that declares an order and shares of attention. */
    static Intent.Version version(String name, long from, List<Integer> order, Map<Integer, Double> shares) {
        return new Intent.Version(name, from, false, order, List.of(), List.of(), List.of(), shares,
                List.of(), List.of());
    }

    /** Assembles an organisation under what was declared. */
    static Assembly assembly(Organisation organisation, Intent intent) {
        Charter charter = organisation.charter();
        Journal journal = organisation.journal();
        return Assembler.assemble(journal, new Charter(charter.week(), charter.statuses(), charter.priorities(),
                charter.bots(), charter.containerTypes(), charter.assumed(), intent, charter.timedScopes()),
                membership(organisation, journal, intent), organisation.window(), organisation.asOfMillis());
    }

    private static Membership membership(Organisation organisation, Journal journal, Intent intent) {
        Map<String, List<Event>> byItem = new HashMap<>();
        organisation.events().stream().sorted(Comparator.comparingLong(Event::atMillis)).forEach(event -> byItem
                .computeIfAbsent(event.subject().id(), id -> new ArrayList<>()).add(event));
        Membership.Builder builder = new Membership.Builder(journal.itemCount());
        for (int item = 0; item < journal.itemCount(); item++) {
            for (Event event : byItem.getOrDefault(journal.itemId(item), List.of())) {
                String priority = event.attributes().get(Field.PRIORITY);
                if (priority != null) {
                    builder.add(item, event.atMillis(), intent.priorities().indexOf(priority), Intent.NONE, Intent.NONE,
                            priority.equals("Incident") ? 1 : 0);
                }
            }
        }
        return builder.build();
    }
}
