package org.desireline.app.web;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as JSON and the page give them: twelve significant digits, so that the last bits of a double never show. */
public final class Digits {

    private static final MathContext TWELVE = new MathContext(12);

    private Digits() {}

    /** A number, rounded. */
    public static BigDecimal of(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(TWELVE).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** The digits as a text. */
    static String text(double value) {
        return of(value).toPlainString();
    }
}
