package org.desireline.instrument.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.desireline.instrument.choice.Decisions.Outcome;
import org.desireline.instrument.choice.Scales.Column;
import org.desireline.number.RatioJackknife;

/** What a reader should know of a model that takes nothing from what it shows. */
final class Caveats {

    /** How many times as wide as of independent choices an interval is where people differ. */
    private static final double DIFFER = 1.5;

    private Caveats() {}

    /** The sentences of a question that was answered. */
    static List<String> of(Question question) {
        List<String> caveats = new ArrayList<>();
        if (!question.isOrdered()) {
            caveats.add("no order of priorities is known, so declared importance is left out");
        }
        List<Trait> constant = question.scales().constant();
        if (!constant.isEmpty()) {
            caveats.add(constant.stream().map(Trait::label).collect(Collectors.joining(", "))
                    + " cannot be learnt: always equal on the menu");
        }
        for (Column column : question.columns()) {
            if (column.members().size() > 1) {
                caveats.add(column.members().stream().map(Trait::label).collect(Collectors.joining(" and "))
                        + " always move together here, so they cannot be told apart");
            }
        }
        differing(question, caveats);
        RatioJackknife gain = RatioJackknife.of(question.explained().gain(),
                Arrays.stream(question.main().byPerson()).asDoubleStream().toArray());
        if (gain.interval().low() <= 0) {
            caveats.add("these attributes explain little of what people pick");
        }
        caveats.addAll(Rates.unbounded(question));
        caveats.addAll(new Teams(question, "choice/" + question.label() + "/").flags());
        long skipped = question.settled().outcomes(Outcome.skippedStart);
        long starts = question.settled().starts();
        if (skipped > starts) {
            caveats.add(skipped + " items were finished without any recorded start; " + starts
                    + " were started visibly");
        }
        return caveats;
    }

    private static void differing(Question question, List<String> caveats) {
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < question.columns().size(); i++) {
            if (question.fit().inflation(i) > DIFFER) {
                differing.add(question.columns().get(i).label());
            }
        }
        if (!differing.isEmpty()) {
            caveats.add(String.format(Locale.ROOT, "people differ in what they make of %s; this is an average over"
                    + " people", String.join(", ", differing)));
        }
    }
}
