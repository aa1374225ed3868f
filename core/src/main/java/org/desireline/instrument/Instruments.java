package org.desireline.instrument;

import java.util.List;
import org.desireline.instrument.attention.Attention;
import org.desireline.instrument.capacity.Capacity;
import org.desireline.instrument.choice.ChoiceModel;
import org.desireline.instrument.coherence.Coherence;
import org.desireline.instrument.commitment.Commitment;
import org.desireline.instrument.compensation.Compensation;
import org.desireline.instrument.contest.Contest;
import org.desireline.instrument.course.Course;
import org.desireline.instrument.decision.DecisionForce;
import org.desireline.instrument.intent.Accord;
import org.desireline.instrument.ledger.Ledger;
import org.desireline.instrument.ownership.Ownership;
import org.desireline.instrument.resistance.Resistance;
import org.desireline.instrument.review.Review;

/** The catalogue: every instrument there is, one line each, those that others need first. */
public final class Instruments {

    private Instruments() {}

    /** All instruments. */
    public static List<Instrument<?, ?>> all() {
        return List.of(
                new Contest(),
                new ChoiceModel(),
                new Attention(),
                new Ledger(),
                new Course(),
                new Review(),
                new Commitment(),
                new Ownership(),
                new Capacity(),
                new Resistance(),
                new DecisionForce(),
                new Coherence(),
                new Compensation(),
                new Accord());
    }
}
