package org.desireline.broken.part;

import java.io.Serializable;
import java.util.Locale;
import org.desireline.broken.journal.Log;

/** Everything here is allowed. */
public record Allowed(Log log) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Exact arithmetic, roots, a named language, and what lies to the left. */
    public String text(double share) {
        double bounded = Math.max(0, Math.min(1, Math.floor(Math.sqrt(share)) + StrictMath.exp(-share)));
        return String.format(Locale.ROOT, "%.1f", bounded).toUpperCase(Locale.ROOT) + log.size();
    }
}
