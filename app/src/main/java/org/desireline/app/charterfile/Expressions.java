package org.desireline.app.charterfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.desireline.charter.Declared;
import org.desireline.charter.Mistake;
import org.desireline.charter.Word;

/** The expressions of a charter, wherever they stand. */
final class Expressions {

    private Expressions() {}

    /** What is wrong with any of them. */
    static List<Mistake> mistakes(Declared declared) {
        List<Mistake> mistakes = new ArrayList<>();
        all(declared).forEach(word -> Expression.compile(word, mistakes));
        return mistakes;
    }

    private static List<Word> all(Declared declared) {
        return Stream.of(
                declared.priorities().stream().map(priority -> priority.includes().where()),
                declared.pressures().stream().map(Declared.Pressure::where),
                declared.decisions().stream().map(Declared.DecisionRight::where),
                declared.commitments().stream().map(Declared.Commitment::where),
                declared.incentives().stream().map(Declared.Incentive::where),
                declared.incentives().stream().flatMap(incentive ->
                        incentive.options().stream().map(Declared.Option::where)))
                .flatMap(words -> words).filter(Objects::nonNull).toList();
    }
}
