package org.desireline.app.charterfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desireline.charter.Declared;
import org.desireline.charter.Place;

/**
 * The codes of everything that is told apart over all versions: the newest version's first, in its order. A name's code
 * is its place in the map.
 *
 * @param priorities ids of priorities, each with where it is declared
 * @param teams ids of teams
 * @param areas patterns of areas
 * @param pressures kinds of pressure
 * @param rights rights to decide
 */
record ClassCodes(
        Map<String, Place> priorities, Map<String, Place> teams, Map<String, Place> areas,
        Map<String, Place> pressures, Map<String, Place> rights) {

    /**
     * Gives codes.
     *
     * @param versions oldest first
     */
    static ClassCodes of(List<Declared> versions) {
        ClassCodes codes = new ClassCodes(
                new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(),
                new LinkedHashMap<>());
        for (Declared declared : versions.reversed()) {
            declared.priorities().forEach(priority ->
                    codes.priorities.putIfAbsent(priority.id().text(), priority.place()));
            declared.teams().forEach(team -> {
                codes.teams.putIfAbsent(team.id().text(), team.place());
                team.owns().forEach(area -> codes.areas.putIfAbsent(area.text(), area.place()));
            });
            declared.pressures().forEach(pressure ->
                    codes.pressures.putIfAbsent(pressure.kind().text(), pressure.place()));
            declared.decisions().forEach(decision ->
                    codes.rights.putIfAbsent(decision.right().text(), decision.place()));
        }
        return codes;
    }

    /** The code of a name, or -1. */
    static int code(Map<String, Place> names, String name) {
        return List.copyOf(names.keySet()).indexOf(name);
    }
}
