package org.desireline.number.choice;

import java.util.Arrays;

/**
 * Independent normal priors of mean 0 on the coefficients.
 *
 * @param deviations standard deviation of each coefficient's prior; infinity for none; one figure stands for all
 */
public record Prior(double... deviations) {

    public Prior {
        if (deviations.length == 0 || Arrays.stream(deviations).anyMatch(deviation -> !(deviation > 0))) {
            throw new IllegalArgumentException("Not standard deviations of a prior: " + Arrays.toString(deviations)
                    + ". Each is above 0; infinity stands for no prior.");
        }
        deviations = deviations.clone();
    }

    /** Maximum likelihood, to reproduce published numbers and to test. */
    public static Prior none() {
        return new Prior(Double.POSITIVE_INFINITY);
    }

    /** The same for every coefficient. */
    public static Prior normal(double deviation) {
        return new Prior(deviation);
    }

    /** One over the variance of a coefficient's prior: 0 where there is none. */
    double precision(int attribute) {
        double deviation = deviations[deviations.length == 1 ? 0 : attribute];
        return 1 / (deviation * deviation);
    }

    void mustFit(int attributes) {
        if (deviations.length != 1 && deviations.length != attributes) {
            throw new IllegalArgumentException(deviations.length + " priors for " + attributes + " attributes.");
        }
    }
}
