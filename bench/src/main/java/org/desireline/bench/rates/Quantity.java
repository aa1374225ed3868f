package org.desireline.bench.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.desireline.instrument.Line;
import org.desireline.publish.Published;
import org.desireline.world.planted.Pick.Kind;
import org.desireline.world.planted.Pick.Option;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Truth.Cause;

/**
 * What is compared with the truth, and the line that tells it.
 *
 * @param label what it is called in tables
 * @param line pattern of the line's id
 * @param truth the true value; not a number where nothing is true of it beforehand
 * @param always whether its truth is known without the line, and it is told of in every setting
 */
record Quantity(String label, Pattern line, ToDoubleFunction<Known> truth, boolean always) {

    static final Quantity D = of("D", "ledger/all/all/displacement/ratio", known -> known.truth().displacement());
    static final Quantity PULL = of("Π", "contest/priority/pullIndex", known -> known.truth().pullIndex());
    static final Quantity DISPLACED_NEW = of("displacedNew of waiting", "ledger/all/all/displacedNew/waitingShare",
            known -> known.truth().millis(Cause.DISPLACED_NEW) / (double) (known.truth().waitedMillis()
                    + known.truth().millis(Cause.UNOWNED) + known.truth().millis(Cause.REVIEW)
                    + known.truth().millis(Cause.BLOCKED)));
    static final Quantity WORKED = of("work of elapsed", "ledger/all/all/flowEfficiency/wallWithRework",
            known -> known.truth().sittingMillis() / (double) known.truth().openMillis());
    static final Quantity UNOWNED = of("nobody", "ledger/all/all/nobody/share",
            known -> known.truth().share(Cause.UNOWNED));
    static final Quantity REVIEW = of("reviewer", "ledger/all/all/reviewer/share",
            known -> known.truth().share(Cause.REVIEW));
    static final Quantity BLOCKED = of("other item", "ledger/all/all/otherItem/share",
            known -> known.truth().share(Cause.BLOCKED));

    /** What one logit over everybody tends to, in typical differences of the very menus. */
    static final Quantity IMPORTANCE = effect("priority", known -> known.pooled().importance()
            * known.choices().within(Kind.FIRST_START, Option::importance));
    /** The same line beside the mean of what people go by. */
    static final Quantity IMPORTANCE_MEANT = where("β priority, mean taste", "choice/firstStart/priority/effect",
            known -> known.choices().importanceEffect(Kind.FIRST_START));
    static final Quantity SIZE = effect("size", known -> known.pooled().ease()
            * known.choices().within(Kind.FIRST_START, Option::ease));
    static final Quantity SIZE_MEANT = where("β size, mean taste", "choice/firstStart/size/effect",
            known -> known.choices().easeEffect(Kind.FIRST_START));
    /** Nobody in a planted world goes by any of these. */
    static final List<Quantity> IDLE = List.of("due", "hasDue", "age", "familiarity", "friction", "failure",
            "requester").stream().map(name -> effect(name, known -> 0)).toList();

    static final Quantity FAST = explains("fast");
    /** What a group of attributes explains of the choices; there is no true share. */
    static final List<Quantity> GROUPS = List.of(explains("important"), explains("urgent"), FAST, explains("safe"),
            explains("pleasing"));

    static final Quantity KEPT = where("exception kept", "contest/tradeoff/.+/kept",
            known -> known.choices().kept() / (double) known.choices().occasions());

    private static Quantity of(String label, String id, ToDoubleFunction<Known> truth) {
        return new Quantity(label, Pattern.compile(Pattern.quote(id)), truth, true);
    }

    private static Quantity where(String label, String pattern, ToDoubleFunction<Known> truth) {
        return new Quantity(label, Pattern.compile(pattern), truth, false);
    }

    private static Quantity effect(String attribute, ToDoubleFunction<Known> truth) {
        return where("β " + attribute, "choice/firstStart/" + attribute + "/effect", truth);
    }

    private static Quantity explains(String group) {
        return where("φ " + group, "choice/firstStart/" + group + "/explains", known -> Double.NaN);
    }

    /** The log-odds of a class over another. */
    static Quantity worth(int one, int other) {
        return where("d " + one + " over " + other, pair(one, other) + "worth",
                known -> known.pooled().worth(one, other));
    }

    /** The odds of the other class over the one. */
    static Quantity inversion(int one, int other) {
        return where("odds of " + other + " over " + one, pair(one, other) + "inversion",
                known -> Math.exp(-known.pooled().worth(one, other)));
    }

    private static String pair(int one, int other) {
        return "contest/priority/" + Pattern.quote(name(one)) + "/over/" + Pattern.quote(name(other)) + "/";
    }

    private static String name(int rank) {
        return Line.idPart(Plan.CLASSES.get(rank).toLowerCase(Locale.ROOT));
    }

    /** All, in the order of tables. */
    static List<Quantity> all() {
        return All.QUANTITIES;
    }

    /** Its line among what was published. */
    Optional<Line> in(Published published) {
        return published.readings().stream().flatMap(reading -> reading.lines().stream())
                .filter(candidate -> line.matcher(candidate.id()).matches()).findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity quantity && label.equals(quantity.label);
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }

    /** Collected when they are first asked for, after all of them were made. */
    private static final class All {

        private static final List<Quantity> QUANTITIES = collect();

        private static List<Quantity> collect() {
            List<Quantity> all = new ArrayList<>(List.of(D, PULL, DISPLACED_NEW, WORKED, UNOWNED, REVIEW, BLOCKED,
                    IMPORTANCE, IMPORTANCE_MEANT, SIZE, SIZE_MEANT));
            all.addAll(IDLE);
            all.addAll(GROUPS);
            for (int one = 0; one < Plan.CLASSES.size(); one++) {
                for (int other = one + 1; other < Plan.CLASSES.size(); other++) {
                    all.add(worth(one, other));
                    all.add(inversion(one, other));
                }
            }
            all.add(KEPT);
            return List.copyOf(all);
        }
    }
}
