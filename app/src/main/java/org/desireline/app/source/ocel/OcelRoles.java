package org.desireline.app.source.ocel;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of each type are to the work, guessed: pieces of work, people, or neither.
 *
 * <p>People are told by the name of the type, or by what all its objects are to events; parties outside by the name.
 * What very many events share, such as a machine, is no piece of work either. Where nothing else would be left,
 * everything but people is a piece of work.
 */
final class OcelRoles {

    /** What an object is to the work. */
    enum Role {
        /** A piece of work: an item. */
        item,
        /** Does the work: an actor. */
        people,
        /** Whom the work is for, or who supplies it: neither item nor actor. */
        party,
        /** Shared by very many events: neither item nor actor. */
        shared,
        /** Has no event: nothing is known of when. */
        eventless
    }

    /** A piece of work has fewer events than this, on average over its type. */
    private static final int MANY_EVENTS = 50;

    private final Map<String, Role> roles = new TreeMap<>();

    private OcelRoles() {}

    /** What an event log tells of a type. */
    private static final class Use {

        private long relations;
        private boolean onlyDoers = true;
    }

    /** The roles of a log's types. */
    static OcelRoles of(OcelLog log) {
        Map<String, Use> uses = new HashMap<>();
        for (OcelLog.Happening happening : log.happenings()) {
            for (OcelLog.Relation relation : happening.relations()) {
                OcelLog.Thing thing = log.things().get(relation.object());
                if (thing != null) {
                    Use use = uses.computeIfAbsent(thing.type(), none -> new Use());
                    use.relations++;
                    use.onlyDoers &= OcelWords.isDoer(relation.qualifier());
                }
            }
        }
        OcelRoles roles = new OcelRoles();
        log.byType().forEach((type, things) -> roles.roles.put(type, role(type, things, uses.get(type))));
        for (Role spared : List.of(Role.shared, Role.party)) {
            if (!roles.roles.containsValue(Role.item)) {
                roles.roles.replaceAll((type, role) -> role == spared ? Role.item : role);
            }
        }
        return roles;
    }

    private static Role role(String type, List<OcelLog.Thing> things, @Nullable Use use) {
        if (OcelWords.isPeople(type) || (use != null && use.onlyDoers)) {
            return Role.people;
        }
        if (use == null) {
            return Role.eventless;
        }
        if (OcelWords.isParty(type)) {
            return Role.party;
        }
        return use.relations >= (long) MANY_EVENTS * things.size() ? Role.shared : Role.item;
    }

    /** The role of a type. */
    Role of(String type) {
        return roles.getOrDefault(type, Role.eventless);
    }

    /** The types of each role, in the order of their names. */
    Map<Role, List<String>> types() {
        Map<Role, List<String>> types = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            List<String> of = roles.keySet().stream().filter(type -> roles.get(type) == role).toList();
            if (!of.isEmpty()) {
                types.put(role, of);
            }
        }
        return Collections.unmodifiableMap(types);
    }
}
