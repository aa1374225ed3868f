package org.desireline.bench.rates;

import org.desireline.world.planted.Truth;
import org.desireline.world.planted.Truth.Cause;

/** What is compared with the truth, and the line that tells it. */
enum Quantity {
    D("D", "ledger/all/all/displacement/ratio"),
    PULL("Π", "contest/priority/pullIndex"),
    DISPLACED_NEW("displacedNew of waiting", "ledger/all/all/displacedNew/waitingShare"),
    WORKED("work of elapsed", "ledger/all/all/flowEfficiency/wallWithRework"),
    UNOWNED("nobody", "ledger/all/all/nobody/share"),
    REVIEW("reviewer", "ledger/all/all/reviewer/share"),
    BLOCKED("other item", "ledger/all/all/otherItem/share");

    private final String label;
    private final String line;

    Quantity(String label, String line) {
        this.label = label;
        this.line = line;
    }

    String label() {
        return label;
    }

    String line() {
        return line;
    }

    double of(Truth truth) {
        return switch (this) {
            case D -> truth.displacement();
            case PULL -> truth.pullIndex();
            case DISPLACED_NEW -> truth.millis(Cause.DISPLACED_NEW) / (double) (truth.waitedMillis()
                    + truth.millis(Cause.UNOWNED) + truth.millis(Cause.REVIEW) + truth.millis(Cause.BLOCKED));
            case WORKED -> truth.sittingMillis() / (double) truth.openMillis();
            case UNOWNED -> truth.share(Cause.UNOWNED);
            case REVIEW -> truth.share(Cause.REVIEW);
            case BLOCKED -> truth.share(Cause.BLOCKED);
        };
    }
}
