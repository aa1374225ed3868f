package org.desireline.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.journal.Journal;

/** The members of teams, version by version, as actor numbers. */
final class Pools {

    private static final int[] NOBODY = new int[0];

    private final Intent intent;
    private final ClassTable classes;
    /** By version, then by team. */
    private final List<int[][]> members = new ArrayList<>();

    /** Looks the members up; programs are left out. */
    Pools(Journal journal, Intent intent, ClassTable classes, BitSet bots) {
        this.intent = intent;
        this.classes = classes;
        for (Intent.Version version : intent.versions()) {
            int[][] teams = new int[intent.teams().size()][];
            Arrays.fill(teams, NOBODY);
            for (Intent.Team team : version.teams()) {
                teams[team.team()] = IntStream.range(0, journal.actorCount())
                        .filter(actor -> !bots.get(actor) && team.members().contains(journal.actorToken(actor)))
                        .toArray();
            }
            members.add(teams);
        }
    }

    /** The first declared team that an actor belongs to at an instant, or {@link TeamWeek#NONE}. */
    int teamOf(int actor, long atMillis) {
        int version = intent.versionAt(atMillis);
        for (int team = 0; version >= 0 && team < members.get(version).length; team++) {
            if (Arrays.binarySearch(members.get(version)[team], actor) >= 0) {
                return team;
            }
        }
        return TeamWeek.NONE;
    }

    /** Whether members of the team an item belongs to are declared at an instant. */
    boolean isStaffed(long packed, long atMillis) {
        int version = intent.versionAt(atMillis);
        int team = ClassTable.code(packed, Dimension.TEAM.ordinal());
        return version >= 0 && intent.versions().get(version).teams().stream()
                .anyMatch(each -> each.team() == team && !each.members().isEmpty());
    }

    int[] members(long packed, long atMillis) {
        int version = intent.versionAt(atMillis);
        int team = ClassTable.code(packed, Dimension.TEAM.ordinal());
        return version < 0 || team >= classes.named(Dimension.TEAM) || intent.teams().isEmpty() ? NOBODY
                : members.get(version)[team];
    }

    /** Whether an actor is a member of the team an item belongs to, or of a team of its owner. */
    boolean shares(int actor, long packed, int owner, long atMillis) {
        int version = intent.versionAt(atMillis);
        if (version < 0 || Arrays.binarySearch(members(packed, atMillis), actor) >= 0) {
            return version >= 0;
        }
        for (int[] team : members.get(version)) {
            if (Arrays.binarySearch(team, actor) >= 0 && Arrays.binarySearch(team, owner) >= 0) {
                return true;
            }
        }
        return false;
    }
}
