package org.desireline.part;

/** A law that must hold by construction did not: a defect of this program, never of the data. */
public final class LawFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the law and the values that break it. */
    public LawFailed(String law, String values) {
        super(law + " does not hold: " + values + ". This is a defect of Desireline; perhaps report it with the command"
                + " that led here.");
    }
}
