package org.desireline.bench.rates;

import java.util.List;
import java.util.function.Predicate;
import org.desireline.number.Estimate;

/** What the seeds of a setting say together. */
record Score(Setting setting, List<Outcome> outcomes) {

    Score {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * How far a quantity was off where it was released.
     *
     * @param released seeds in which it was
     * @param bias mean of estimate minus truth
     * @param error standard error of the bias
     * @param rmse root of the mean square of estimate minus truth
     * @param covered seeds whose interval holds the truth
     * @param rangeCovered seeds whose interval or range holds the truth
     * @param width mean width of the interval
     * @param claimed seeds in which something was suggested or shown
     * @param shown seeds in which something was shown
     * @param truth mean of the true values over all seeds of which there is one
     */
    record Accuracy(
            long released, double bias, double error, double rmse, long covered, long rangeCovered, double width,
            long claimed, long shown, double truth) {
    }

    Accuracy accuracy(Quantity quantity) {
        double sum = 0;
        double squares = 0;
        double width = 0;
        double truth = 0;
        long known = 0;
        long released = 0;
        long covered = 0;
        long rangeCovered = 0;
        for (Outcome outcome : outcomes) {
            Told told = outcome.told(quantity);
            Estimate estimate = told.estimate();
            if (!Double.isNaN(told.truth())) {
                known++;
                truth += told.truth();
            }
            if (estimate == null) {
                continue;
            }
            released++;
            double off = estimate.value() - told.truth();
            sum += off;
            squares += off * off;
            width += estimate.high() - estimate.low();
            covered += told.covers(told.truth()) ? 1 : 0;
            rangeCovered += told.rangeCovers(told.truth()) ? 1 : 0;
        }
        double bias = released == 0 ? Double.NaN : sum / released;
        double variance = released < 2 ? 0 : Math.max(0, squares / released - bias * bias) / (released - 1);
        return new Accuracy(released, bias, Math.sqrt(variance), Math.sqrt(squares / Math.max(1, released)), covered,
                rangeCovered, width / Math.max(1, released), count(one -> one.told(quantity).isClaimed()),
                count(one -> one.told(quantity).isShown()),
                known == 0 ? Double.NaN : truth / known);
    }

    /** What was planted one by one, of all seeds together. */
    Sought sought(Sought.Kind kind) {
        return outcomes.stream().map(outcome -> outcome.sought(kind)).reduce(new Sought(0, 0, 0, 0), Sought::plus);
    }

    long count(Predicate<Outcome> which) {
        return outcomes.stream().filter(which).count();
    }

    /** Whether there is such an instrument in this build. */
    boolean knows(String instrument) {
        return outcomes.stream().anyMatch(one -> one.knows(instrument));
    }

    /** Seeds in which one of some quantities was released and stood above all others of them. */
    long largest(Quantity quantity, List<Quantity> among) {
        return count(one -> one.told(quantity).isReleased() && among.stream().allMatch(other ->
                other.equals(quantity) || !one.told(other).isAbove(one.told(quantity).value())));
    }

    long said(List<String> kinds) {
        return count(outcome -> kinds.contains(outcome.sentence().kind()));
    }

    double meanKappa() {
        return outcomes.stream().mapToDouble(Outcome::kappa).average().orElse(0);
    }

    double meanMillis() {
        return outcomes.stream().mapToLong(Outcome::millis).average().orElse(0);
    }
}
