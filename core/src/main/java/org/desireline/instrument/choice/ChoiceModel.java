package org.desireline.instrument.choice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Trap;
import org.desireline.instrument.choice.Decisions.Outcome;
import org.desireline.number.Holm;
import org.desireline.part.Choice;
import org.desireline.part.Frame;

/**
 * Tells what decides which work is taken up: of the items that lay on a menu, what the chosen ones had.
 *
 * <p>Question: what does the organisation reward: importance, urgency, ease, safety, the rank of whoever asks? Unit:
 * log-odds of a typical step, and shares of what is explained. Method: conditional logit over menus, each family of
 * choices for itself, with a weak normal prior and a cluster jackknife over people; Shapley shares of the held-out
 * gain. Cost: O(menu) a choice to fold; to close, some 40 fits a family. Laws: menus and coefficients do not depend
 * on the order of parts. Blind spot: whatever nobody recorded and goes along with an attribute passes for it.
 */
public final class ChoiceModel implements Instrument<Choice, Decisions> {

    @Override
    public Card card() {
        return new Card(
                "choice",
                "What decides which work is taken up?",
                "log-odds of a typical difference between items of a menu; shares of what is explained",
                "A conditional logit of what is chosen out of its menu: over declared importance, due date, age,"
                        + " expected size, familiarity, friction, past failure and requester, all as they were known an"
                        + " instant before; first starts, turns from one item to another and takings out of a pool each"
                        + " for themselves. Classes are those of a day before, sizes first estimates or what such work"
                        + " had taken. Menus beyond 30 items are sampled, with the offset that takes. A weak normal"
                        + " prior (standard deviation 2.5); intervals by a one-step jackknife over people, t(G−1);"
                        + " claims adjusted by Holm over all effects of first starts and pools. Reasons are compared by"
                        + " Shapley shares of what models gain on fifths of the time that they were not fitted to;"
                        + " people are left out of those sums, models are not refitted without them.",
                List.of("McFadden (1974), Conditional logit analysis of qualitative choice behavior",
                        "McFadden (1978), Modelling the choice of residential location",
                        "Manski and Lerman (1977), The estimation of choice probabilities from choice based samples",
                        "Bell and McCaffrey (2002), Bias reduction in standard errors for linear regression with"
                                + " multi-stage samples",
                        "Holm (1979), A simple sequentially rejective multiple test procedure",
                        "Shapley (1953), A value for n-person games",
                        "Fieller (1954), Some problems in interval estimation",
                        "VanderWeele and Ding (2017), Sensitivity analysis in observational research: introducing the"
                                + " E-value"),
                "O(menu × attributes) a choice to fold and to keep; 32 fits and 5 settings a family to close",
                List.of(),
                "210 choices between two items or more, 240 where levels of requesters are declared, by 5 people, none"
                        + " above half of them, counting as 4 equally busy ones; at most 10 % off their menu; an order,"
                        + " or priority is left out",
                "Ease, urgency, safety or the rank of whoever asks is said to decide, or ease to explain more than"
                        + " declared importance, in an organisation that picks by importance alone",
                List.of("Items that could not be started for reasons nobody recorded",
                        "Whatever goes along with an attribute and is not on record passes for it",
                        "Work assigned from above describes whoever assigns it",
                        "People differ; a coefficient is an average over them, and smaller than most people's own",
                        "Finishing looks like a liking for what is small where turns from item to item are read, and"
                                + " what cannot go on is passed over: they are described, and nothing is claimed of"
                                + " them",
                        "What is passed over grows old: a liking of what is new may be that of anything else",
                        "Hours worked, behind familiarity and expected size, are those of the usual sessions only",
                        "A size that is known only after the work cannot mislead: only first estimates and what such"
                                + " work had taken before are read"));
    }

    @Override
    public List<Class<? extends Choice>> grains() {
        return List.of(Choice.class);
    }

    @Override
    public Decisions zero(Frame frame) {
        return new Decisions(frame.classes().ranked());
    }

    @Override
    public void add(Decisions tally, Choice choice) {
        tally.add(choice);
    }

    @Override
    public Decisions merge(Decisions tally, Decisions other) {
        tally.add(other);
        return tally;
    }

    @Override
    public Next<Decisions> close(Decisions tally, Frame frame, List<Reading> needed) {
        Map<Choice.Family, Question> questions = new EnumMap<>(Choice.Family.class);
        for (Choice.Family family : Choice.Family.values()) {
            questions.put(family, new Question(tally, frame, family));
        }
        Map<String, Double> claims = new TreeMap<>();
        questions.values().stream()
                .filter(question -> question.lacking() == null && question.family() != Choice.Family.SWITCH)
                .forEach(question -> claims.putAll(Answer.claims(question)));
        return new Next.Done<>(reading(tally, List.copyOf(questions.values()), adjusted(claims)));
    }

    /** The p-values of some claims, as if only one had been made. */
    private static Map<String, Double> adjusted(Map<String, Double> claims) {
        double[] p = Holm.adjusted(claims.values().stream().mapToDouble(Double::doubleValue).toArray());
        Map<String, Double> adjusted = new TreeMap<>();
        claims.keySet().forEach(id -> adjusted.put(id, p[adjusted.size()]));
        return adjusted;
    }

    private static Reading reading(Decisions tally, List<Question> questions, Map<String, Double> adjusted) {
        List<Line> lines = new ArrayList<>();
        List<String> flags = new ArrayList<>();
        Map<String, Long> dropped = new TreeMap<>();
        long used = 0;
        boolean measured = false;
        for (Question question : questions) {
            String lack = question.lacking();
            if (lack == null) {
                measured = true;
                lines.addAll(new Answer(question, adjusted).lines());
            }
            if (!question.isOfFew()) {
                used += question.main().size();
                drop(question, dropped);
                flags.addAll(flags(question));
            }
        }
        Question first = questions.get(0);
        String lack = first.lacking();
        return new Reading("choice", measured || lack == null ? null : refusal(lack, first), tally.parts(), used,
                dropped, flags, lines, List.of());
    }

    private static Reading.Refusal refusal(String lack, Question question) {
        return new Reading.Refusal(lack, question.needed() + " choices between two items or more by 5 people, with the"
                + " moves that mark a start, the owner at that time, and what was known of each item before");
    }

    private static void drop(Question question, Map<String, Long> dropped) {
        String family = question.family() == Choice.Family.FIRST_START ? "" : question.label() + "/";
        for (Outcome outcome : Outcome.values()) {
            long count = question.settled().outcomes(outcome);
            if (outcome != Outcome.decided && count > 0) {
                dropped.put(family + outcome, count);
            }
        }
        long handed = question.settled().outcomes(Outcome.decided) - question.main().size();
        if (handed > 0) {
            dropped.merge(family + Outcome.otherFamily, handed, Long::sum);
        }
    }

    /** What a reader should know before believing a family's figures, each sentence with the family it is about. */
    private static List<String> flags(Question question) {
        List<String> flags = new ArrayList<>();
        for (String trap : question.marks().flags()) {
            flags.add(Trap.isFlag(trap) ? trap + " (" + question.label() + ")" : trap);
        }
        String lack = question.lacking();
        List<String> own = lack == null ? Caveats.of(question)
                : List.of(refusal(lack, question).sentence());
        own.forEach(flag -> flags.add(question.label() + ": " + flag));
        return flags;
    }
}
