package org.desireline.app.web;

/** Whether what is read on a page is the number that JSON gives. */
final class Shown {

    private Shown() {}

    /** Whether a text, written in a way, is a number to the places that it shows. */
    static boolean is(String shown, String as, double exact) {
        if (shown.equals("<1\u00a0%") || (shown.equals("<1") && as.equals("share"))) {
            return exact > 0 && exact < 0.005;
        }
        if (shown.equals("<0.1\u00a0%") || (shown.equals("<0.1") && as.equals("fineShare"))) {
            return exact > 0 && exact < 0.0005;
        }
        if (shown.equals(">999")) {
            return Math.exp(exact) >= 999;
        }
        String text = shown.replace("\u00a0%", "").replace(",", "").replace('\u2212', '-').replace("+", "");
        double times = text.endsWith("M") ? 1e6 : text.endsWith("k") ? 1e3 : 1;
        String digits = text.replaceAll("[kM]$", "");
        int point = digits.indexOf('.');
        double step = times * Math.pow(10, point < 0 ? 0 : -(digits.length() - point - 1));
        double meant = switch (as) {
            case "share", "fineShare", "points", "spokenShare" -> 100 * exact;
            case "odds" -> Math.exp(exact);
            case "hours", "fineHours", "count", "ratio", "mean", "fine", "slip", "spoken" -> exact;
            default -> throw new IllegalArgumentException("No test knows how '" + as + "' is written.");
        };
        return Math.abs(Double.parseDouble(digits) * times - meant) <= 0.5 * step + 1e-6 * Math.max(1, Math.abs(meant));
    }
}
