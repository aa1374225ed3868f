package org.desireline.instrument.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.instrument.choice.Explained.Reason;
import org.desireline.instrument.choice.Scales.Column;
import org.desireline.number.Contrast;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.desireline.number.Unit;
import org.desireline.number.Wilson;
import org.desireline.part.Choice;
import org.jspecify.annotations.Nullable;

/** Turns the models of a family into lines, and says how much each may claim. */
final class Answer {

    private static final double LEVEL = 0.05;
    /**
     * Below it, obstacles that nobody recorded, met a little more often by one class, would undo what priority does.
     */
    private static final double LEAST_AVAILABILITY = 1.5;
    /** The ranks that the E-value compares: the first and the third. */
    private static final int RANKS_APART = 2;
    private static final double MOST_LOG = 30;
    private static final double COUNTS = 0.2;

    private final Question question;
    private final Map<String, Double> adjusted;
    private final String prefix;
    private final Support support;
    private final Grade grade;
    private final Occasions occasions;
    private final List<Line> lines = new ArrayList<>();

    /**
     * Lines of a question that was answered.
     *
     * @param adjusted p-values by id of the line that makes the claim, adjusted for there being several
     */
    Answer(Question question, Map<String, Double> adjusted) {
        this.question = question;
        this.adjusted = adjusted;
        this.prefix = "choice/" + question.label() + "/";
        Design main = question.main();
        this.support = new Support(Support.Basis.ACTIVITY, main.size(), main.people(), main.largestShare(),
                "choice/" + question.label(), List.of());
        long touched = main.decisions().stream().filter(Decision::byTouch).count();
        this.grade = touched >= COUNTS * main.size() ? Grade.INFERRED : Grade.OBSERVED;
        this.occasions = new Occasions(main, question.frame());
    }

    /** The claims that a question makes, each a statistic that is 0 where nothing decides. */
    static Map<String, Double> claims(Question question) {
        Map<String, Double> claims = new TreeMap<>();
        for (int i = 0; i < question.columns().size(); i++) {
            if (question.columns().get(i).isReason()) {
                claims.put(effect(question, i), question.fit().effect(i).pEither());
            }
        }
        RatioJackknife ahead = ahead(question);
        if (ahead != null) {
            claims.put(aheadId(question), new Contrast(ahead.interval().value(), ahead.standardError(),
                    ahead.clusters() - 1).pEither());
        }
        return claims;
    }

    private static String effect(Question question, int column) {
        return "choice/" + question.label() + "/" + question.columns().get(column).label() + "/effect";
    }

    private static String aheadId(Question question) {
        return "choice/" + question.label() + "/fastOverImportant";
    }

    /** What ease explains beyond declared importance, a choice; null where the two cannot be told apart. */
    private static @Nullable RatioJackknife ahead(Question question) {
        Explained explained = question.explained();
        int fast = reason(explained, Trait.Group.FAST);
        int important = reason(explained, Trait.Group.IMPORTANT);
        if (fast < 0 || important < 0) {
            return null;
        }
        double[] ahead = explained.share(fast);
        double[] other = explained.share(important);
        for (int g = 0; g < ahead.length; g++) {
            ahead[g] -= other[g];
        }
        return RatioJackknife.of(ahead, counts(question.main()));
    }

    private static int reason(Explained explained, Trait.Group group) {
        for (int r = 0; r < explained.reasons().size(); r++) {
            if (explained.reasons().get(r).is(group)) {
                return r;
            }
        }
        return -1;
    }

    private static double[] counts(Design design) {
        return Arrays.stream(design.byPerson()).asDoubleStream().toArray();
    }

    /** All lines. */
    List<Line> lines() {
        for (int i = 0; i < question.columns().size(); i++) {
            effect(i);
        }
        availability();
        explained();
        fit();
        hits();
        calibration();
        lines.addAll(new Rates(question, prefix, support, this::strength).lines());
        lines.addAll(new Teams(question, prefix).lines());
        return lines;
    }

    /**
     * How much the effect of a column may claim. What is passed over grows old, whatever it is passed over for: a
     * liking for what is new is never shown (Lancaster 1979, "Econometric methods for the duration of unemployment").
     */
    private Strength strength(int column) {
        Column about = question.columns().get(column);
        double p = adjusted.getOrDefault(effect(question, column), 1.0);
        if (!about.isReason() || !(p < LEVEL)) {
            return Strength.CANNOT_TELL;
        }
        double beta = question.fit().beta(column);
        boolean steady = question.range(column).stream().allMatch(other -> other * beta > 0);
        boolean fragile = (about.is(Trait.PRIORITY) && availability(beta) < LEAST_AVAILABILITY)
                || (about.members().contains(Trait.AGE) && beta < 0);
        return steady && !fragile && mayShow() ? Strength.SHOWS : Strength.SUGGESTS;
    }

    /** No trap was met. */
    private boolean mayShow() {
        return question.marks().flags().isEmpty();
    }

    private void effect(int column) {
        Column about = question.columns().get(column);
        Interval interval = question.fit().effect(column).interval();
        double low = question.range(column).stream().mapToDouble(Double::doubleValue).min().orElse(interval.value());
        double high = question.range(column).stream().mapToDouble(Double::doubleValue).max().orElse(interval.value());
        Strength strength = strength(column);
        Line.About what = new Line.About("attribute", about.label());
        Design main = question.main();
        double[] steps = new double[main.size()];
        double sign = Math.signum(interval.value());
        for (int n = 0; n < steps.length; n++) {
            steps[n] = sign * about.value(main, main.first()[n] + main.chosen()[n]);
        }
        List<Evidence> evidence = occasions.highest(n -> steps[n], n -> String.format(Locale.ROOT,
                "%.1f typical steps %s the menu's mean in %s", steps[n], sign < 0 ? "below" : "above", about.words()));
        String step = "of a typical step within a menu; above 0 where " + about.words() + " speaks for an item";
        add(about.label() + "/effect", what, "effect", estimate(interval, Unit.LOG_ODDS).withSensitivity(low, high)
                .withStrength(strength), "log-odds " + step, evidence);
        Interval shift = new Interval(chance(interval.value()), chance(interval.low()), chance(interval.high()));
        add(about.label() + "/shift", what, "shift", estimate(shift, Unit.SHARE)
                .withSensitivity(chance(low), chance(high)).withStrength(strength),
                "what an even chance becomes, of two items that differ only by a typical step", List.of());
    }

    private static double chance(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    private Estimate estimate(Interval interval, Unit unit) {
        return new Estimate(interval.value(), interval.low(), interval.high(), unit, question.main().size(),
                question.main().people(), grade, interval.value(), interval.value(), Strength.CANNOT_TELL);
    }

    private void add(
            String suffix, Line.About about, String label, Estimate estimate, String of, List<Evidence> evidence) {
        lines.add(new Line(prefix + suffix, about, label, "window", estimate, of, support, null, evidence));
    }

    private Line.About whole() {
        return new Line.About("choices", question.label());
    }

    /** How many times as often the first rank would have to be unavailable as the third. */
    private double availability(double beta) {
        double steps = Math.min(1, (double) RANKS_APART / Math.max(1, question.ranks() - 1))
                / question.scales().step(Trait.PRIORITY);
        return StrictMath.exp(Math.min(MOST_LOG, Math.abs(beta) * steps));
    }

    private void availability() {
        int column = question.column(Trait.PRIORITY);
        if (column < 0) {
            return;
        }
        Interval beta = question.fit().effect(column).interval();
        double near = beta.low() > 0 ? beta.low() : beta.high() < 0 ? beta.high() : 0;
        double far = Math.max(Math.abs(beta.low()), Math.abs(beta.high()));
        add("availability", new Line.About("attribute", Trait.PRIORITY.label()), "availability",
                estimate(new Interval(availability(beta.value()), availability(near), availability(far)), Unit.ODDS),
                "how many times as often the first rank would have to be unavailable as the third, for reasons that"
                        + " nobody recorded, for the effect of priority to vanish", List.of());
    }

    private void explained() {
        Explained explained = question.explained();
        double[] counts = counts(question.main());
        double[] all = explained.gain();
        RatioJackknife gain = RatioJackknife.of(all, counts);
        add("gain", whole(), "gain", estimate(gain.interval(), Unit.NATS),
                "what the model gains over a blind draw, a choice, on choices that it was not fitted to", List.of());
        for (int r = 0; r < explained.reasons().size(); r++) {
            Reason reason = explained.reasons().get(r);
            Line.About about = new Line.About("reason", reason.label());
            double[] own = explained.share(r);
            RatioJackknife nats = RatioJackknife.of(own, counts);
            Strength strength = nats.interval().low() > 0 ? strongest(reason) : Strength.CANNOT_TELL;
            add(reason.label() + "/nats", about, "nats", estimate(nats.interval(), Unit.NATS).withStrength(strength),
                    "its share of the gain over a blind draw, a choice", List.of());
            Interval share = gain.interval().low() > 0 ? Signed.ratio(own, all) : null;
            if (share != null) {
                add(reason.label() + "/explains", about, "explains", estimate(share, Unit.SHARE).withStrength(strength),
                        "of all that the model explains", List.of());
            }
        }
        RatioJackknife ahead = ahead(question);
        if (ahead != null) {
            Interval interval = ahead.interval();
            boolean clear = adjusted.getOrDefault(aheadId(question), 1.0) < LEVEL;
            Strength strength = !clear ? Strength.CANNOT_TELL
                    : interval.low() > 0 ? strongest(explained.reasons().get(reason(explained, Trait.Group.FAST)))
                    : strongest(explained.reasons().get(reason(explained, Trait.Group.IMPORTANT)));
            add("fastOverImportant", whole(), "fastOverImportant", estimate(interval, Unit.NATS).withStrength(strength),
                    "what ease explains beyond declared importance, a choice", List.of());
        }
    }

    /**
     * The strongest claim that an effect of a reason may make: a reason shows nothing that none of its effects does.
     */
    private Strength strongest(Reason reason) {
        return reason.columns().stream().map(this::strength)
                .min(Comparator.naturalOrder()).orElse(Strength.CANNOT_TELL);
    }

    private void fit() {
        Fit fit = question.fit();
        Design main = question.main();
        Estimate one = Estimate.exact(fit.mcfadden(), Unit.SHARE, main.size(),
                main.people(), grade);
        add("fit/mcfadden", whole(), "mcfadden", one, "McFadden's measure of fit: 0 no better than a blind draw, 1"
                + " certain", List.of());
        double[] chances = fit.chances(main);
        double[] blind = Fit.blind(main);
        double[] surprise = new double[main.size()];
        long surprises = 0;
        for (int n = 0; n < main.size(); n++) {
            int row = main.first()[n] + main.chosen()[n];
            surprise[n] = -StrictMath.log(chances[row]);
            surprises += chances[row] < blind[row] / 2 ? 1 : 0;
        }
        add("surprises", whole(), "surprises",
                Estimate.exact((double) surprises, Unit.CHOICES, main.size(), main.people(), grade),
                "choices of what the model gives less than half of the chance of a blind draw",
                occasions.highest(n -> surprise[n], n -> String.format(Locale.ROOT,
                        "the model gives it a chance of %.1f %%", 100 * StrictMath.exp(-surprise[n]))));
    }

    private void hits() {
        Rivals.Hits hits = Rivals.of(question.main(), question.columns());
        if (hits == null) {
            return;
        }
        long all = (long) Arrays.stream(hits.choices()).sum();
        double largest = Arrays.stream(hits.choices()).max().orElse(0) / all;
        Support own = new Support(Support.Basis.ACTIVITY, all, hits.choices().length, largest,
                "choice/" + question.label() + "/lastQuarter", List.of());
        hits.people().forEach((name, people) -> {
            Interval interval = RatioJackknife.of(people, hits.choices()).interval();
            Estimate estimate = new Estimate(interval.value(), Math.max(0, interval.low()),
                    Math.min(1, interval.high()), Unit.SHARE, all, hits.choices().length, grade, interval.value(),
                    interval.value(), Strength.EXACT);
            lines.add(new Line(prefix + "fit/" + name, whole(), name, "window", estimate,
                    "choices of the last quarter of the time, out of menus of at most " + Sample.WHOLE
                            + " items, that it names", own, null, List.of()));
        });
    }

    private void calibration() {
        List<Rivals.Decile> deciles = Rivals.deciles(question.main(), question.explained());
        for (int i = 0; i < deciles.size(); i++) {
            Rivals.Decile decile = deciles.get(i);
            long all = Arrays.stream(decile.people()).sum();
            long most = Arrays.stream(decile.people()).max().orElse(0);
            long people = Arrays.stream(decile.people()).filter(count -> count > 0).count();
            String name = String.format(Locale.ROOT, "calibration/%02d", i + 1);
            Support own = new Support(Support.Basis.ACTIVITY, all, people, (double) most / all, prefix + name,
                    List.of(prefix + "calibration"));
            Interval observed = Wilson.interval(Arrays.stream(decile.chosen()).sum(), all);
            lines.add(new Line(prefix + name, whole(), "observed", "window",
                    new Estimate(observed.value(), observed.low(), observed.high(), Unit.SHARE, all, people, grade,
                            observed.value(), observed.value(), Strength.EXACT),
                    "items of this tenth of foretold chances that were chosen", own, null, List.of()));
            lines.add(new Line(prefix + name + "/foretold", whole(), "foretold", "window",
                    Estimate.exact(decile.foretold(), Unit.SHARE, all, people, grade),
                    "the mean chance foretold of them", own, null, List.of()));
        }
    }
}
