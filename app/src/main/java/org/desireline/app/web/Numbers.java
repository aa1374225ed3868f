package org.desireline.app.web;

import java.util.Optional;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.publish.Published;
import org.jspecify.annotations.Nullable;

/** Published figures as pieces of text, each with the id of its line. */
record Numbers(Published published) {

    @Nullable Estimate estimate(String id) {
        return published.line(id).map(Line::estimate).orElse(null);
    }

    /** Whether there is such a line, withheld or not. */
    boolean isKnown(String id) {
        return published.line(id).isPresent();
    }

    /** Whether there is a figure to show. */
    boolean isTold(String id) {
        return estimate(id) != null;
    }

    @Nullable Strength strength(String id) {
        Estimate estimate = estimate(id);
        return estimate == null ? null : estimate.strength();
    }

    /** A number of a figure that is known to be there. */
    Piece part(String id, Part part, As as) {
        Estimate estimate = estimate(id);
        return estimate == null ? gap(id) : figure(id, part, as, estimate);
    }

    private static Piece figure(String id, Part part, As as, Estimate estimate) {
        double number = part.of(estimate);
        String shown = switch (part) {
            case low, high, sensitivityLow, sensitivityHigh -> as.writeEnd(number);
            case value, n, actors -> as.write(number);
        };
        return new Piece.Figure(Clean.text(id), part.name(), Digits.text(number), as.name(), shown);
    }

    private Piece gap(String id) {
        return isKnown(id) ? new Piece.Withheld() : new Piece.Nothing();
    }

    /** A figure without its interval. */
    Prose value(String id, As as) {
        return new Prose.Draft().add(part(id, Part.value, as)).end();
    }

    /** How many a figure rests on. */
    Prose count(String id, Part part) {
        return new Prose.Draft().add(part(id, part, As.count)).end();
    }

    /** The interval of a figure; of an exact count there is none to show. */
    Prose ends(String id, As as) {
        Estimate estimate = estimate(id);
        return estimate == null || estimate.low() == estimate.high() ? Prose.NONE
                : ends(new Prose.Draft(), id, estimate, as).end();
    }

    private static Prose.Draft ends(Prose.Draft draft, String id, Estimate estimate, As as) {
        boolean isSigned = (as != As.odds && estimate.low() < 0) || as == As.points || as == As.slip;
        return draft.add(figure(id, Part.low, as, estimate)).words(isSigned ? " to " : "\u2013")
                .add(figure(id, Part.high, as, estimate));
    }

    /** A figure with its interval in running text: "52 % (95 % interval 34 to 69)". */
    Prose told(String id, As as) {
        Estimate estimate = estimate(id);
        if (estimate == null) {
            return new Prose.Draft().add(gap(id)).end();
        }
        Prose.Draft draft = new Prose.Draft().add(figure(id, Part.value, as, estimate));
        if (estimate.low() != estimate.high()) {
            draft.words(" (95\u00a0% interval ").add(figure(id, Part.low, as, estimate)).words(" to ")
                    .add(figure(id, Part.high, as, estimate)).words(")");
        }
        return draft.end();
    }

    /** The least and the most that a figure may be under other settings. */
    Prose range(String id, As as) {
        Estimate estimate = estimate(id);
        return estimate == null ? new Prose.Draft().add(gap(id)).end()
                : new Prose.Draft().add(figure(id, Part.sensitivityLow, as, estimate)).words("\u2013")
                        .add(figure(id, Part.sensitivityHigh, as, estimate)).end();
    }

    /** A figure drawn on a scale, or nothing where there is none. */
    Block.@Nullable Bar bar(String id, Axis axis, String beside) {
        Estimate estimate = estimate(id);
        if (estimate == null) {
            return null;
        }
        Estimate other = beside.isEmpty() ? null : estimate(beside);
        return new Block.Bar(axis.place(estimate.low()), axis.place(estimate.value()), axis.place(estimate.high()),
                axis.hasReference() ? axis.place(axis.reference()) : "",
                other == null ? "" : axis.place(other.value()));
    }

    /** Why a line is withheld. */
    Optional<String> reason(String id) {
        return published.line(id).map(Line::withheld);
    }
}
