package org.desireline.charter;

import org.desireline.charter.PathRule.AtLeast;
import org.desireline.charter.PathRule.Differs;
import org.desireline.charter.PathRule.FollowedBy;
import org.desireline.charter.PathRule.Mark;
import org.desireline.charter.PathRule.NeverBoth;
import org.desireline.charter.PathRule.OnlyEnds;
import org.desireline.charter.PathRule.OnlyStarts;
import org.desireline.charter.PathRule.Precedes;

/** Finds rules of a path that no piece of work can keep together. */
final class PathCheck {

    private PathCheck() {}

    /** Why two rules contradict each other, or empty. */
    static String contradiction(PathRule one, PathRule other) {
        String why = reason(one, other);
        return why.isEmpty() ? reason(other, one) : why;
    }

    private static String reason(PathRule one, PathRule other) {
        if (one.text().equals(other.text())) {
            return "it is the same rule";
        }
        if (one instanceof Precedes a && other instanceof Precedes b
                && a.first().equals(b.then()) && a.then().equals(b.first())) {
            return "neither could come first";
        }
        if (one instanceof NeverBoth never) {
            return switch (other) {
                case FollowedBy b when both(never, b.first(), b.then()) ->
                        "one would bring the other, which is forbidden";
                case Precedes b when both(never, b.first(), b.then()) ->
                        "one would need the other, which is forbidden";
                case NeverBoth b when both(never, b.one(), b.other()) -> "it is the same rule";
                default -> "";
            };
        }
        if (one instanceof OnlyStarts && other instanceof OnlyStarts) {
            return "only one thing can come first";
        }
        if (one instanceof OnlyEnds && other instanceof OnlyEnds) {
            return "only one thing can come last";
        }
        if (one instanceof OnlyStarts a && other instanceof Precedes b && b.then().equals(a.mark())) {
            return "something would have to come before what comes first";
        }
        if (one instanceof OnlyEnds a && other instanceof FollowedBy b && b.first().equals(a.mark())) {
            return "something would have to come after what comes last";
        }
        return "";
    }

    private static boolean both(NeverBoth never, Mark a, Mark b) {
        return (never.one().equals(a) && never.other().equals(b)) || (never.one().equals(b) && never.other().equals(a));
    }

    /** Why a rule cannot be kept at all, or empty. */
    static String impossible(PathRule rule) {
        return switch (rule) {
            case Precedes a when a.first().equals(a.then()) -> "nothing can precede itself";
            case FollowedBy a when a.first().equals(a.then()) -> "what is followed by itself never ends";
            case NeverBoth a when a.one().equals(a.other()) -> "what never goes with itself never is";
            case Differs a when a.one() == a.other() -> "nobody is somebody else";
            case AtLeast a when a.times() < 1 -> "at least none is no rule";
            default -> "";
        };
    }
}
