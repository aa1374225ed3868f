package org.desireline.charter;

import java.util.List;

/** Finds contradictions in what was declared. */
public final class CharterCheck {

    private CharterCheck() {}

    /** What is wrong with the charter of an organisation. */
    public static List<Mistake> of(Declared declared) {
        return List.of();
    }

    /** What is wrong with the charter of a team. */
    public static List<Mistake> ofTeam(Declared declared, Declared organisation) {
        return List.of();
    }
}
