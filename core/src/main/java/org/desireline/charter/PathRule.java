package org.desireline.charter;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/** A rule of the declared way of working, which a piece of work keeps, breaks or gives no occasion for. */
public sealed interface PathRule {

    /** What happens to a piece of work: it enters a phase, an event of some kind, or it gets a label. */
    record Mark(Kind kind, String name) {

        /** What kind of mark. */
        public enum Kind { PHASE, VERB, LABEL }

        private static final String LABEL = "label:";

        /** A name that is both a phase and an event, such as done, is the phase. */
        static Mark of(String text) {
            if (text.startsWith(LABEL) && text.length() > LABEL.length()) {
                return new Mark(Kind.LABEL, text.substring(LABEL.length()));
            }
            if (Arrays.stream(Phase.values()).anyMatch(phase -> phase.name().equals(text))) {
                return new Mark(Kind.PHASE, text);
            }
            if (Arrays.stream(Verb.values()).anyMatch(verb -> verb.name().equals(text))) {
                return new Mark(Kind.VERB, text);
            }
            throw new IllegalArgumentException("'" + text + "' is no phase and no event. "
                    + Nearest.perhaps(text, known(), "phases and events") + ".");
        }

        private static TreeSet<String> known() {
            TreeSet<String> known = new TreeSet<>();
            Arrays.stream(Phase.values()).map(Phase::name).forEach(known::add);
            Arrays.stream(Verb.values()).map(Verb::name).forEach(known::add);
            return known;
        }

        /** As it is written. */
        public String text() {
            return kind == Kind.LABEL ? LABEL + name : name;
        }
    }

    /** Somebody who has to do with a piece of work. The constants' names are those of the charter. */
    enum Party { author, creator, owner, reviewer, approver, merger, closer }

    /** {@code A precedes B}: no B before there was an A. */
    record Precedes(Mark first, Mark then) implements PathRule {
        @Override
        public String text() {
            return first.text() + " precedes " + then.text();
        }
    }

    /** {@code A is followed by B [within 2d]}: after each A comes a B. */
    record FollowedBy(Mark first, Mark then, @Nullable Length within) implements PathRule {
        @Override
        public String text() {
            return first.text() + " is followed by " + then.text() + (within == null ? "" : " within " + within.text());
        }
    }

    /** {@code A and B never both}. */
    record NeverBoth(Mark one, Mark other) implements PathRule {
        @Override
        public String text() {
            return one.text() + " and " + other.text() + " never both";
        }
    }

    /** {@code A is not B}: two parties are different people. */
    record Differs(Party one, Party other) implements PathRule {
        @Override
        public String text() {
            return one + " is not " + other;
        }
    }

    /** {@code A within 2d}: an A so soon after the creation. */
    record Within(Mark mark, Length length) implements PathRule {
        @Override
        public String text() {
            return mark.text() + " within " + length.text();
        }
    }

    /** {@code at least N A}. */
    record AtLeast(int times, Mark mark) implements PathRule {
        @Override
        public String text() {
            return "at least " + times + " " + mark.text();
        }
    }

    /** {@code only A starts}: the first thing that happens is A. */
    record OnlyStarts(Mark mark) implements PathRule {
        @Override
        public String text() {
            return "only " + mark.text() + " starts";
        }
    }

    /** {@code only A ends}: the last thing that happens is A. */
    record OnlyEnds(Mark mark) implements PathRule {
        @Override
        public String text() {
            return "only " + mark.text() + " ends";
        }
    }

    /** The text that {@link #parse} reads. */
    String text();

    /** Reads a rule. */
    static PathRule parse(String text) {
        for (Form form : Form.ALL) {
            Matcher matcher = form.pattern.matcher(text.strip());
            if (matcher.matches()) {
                return form.reader.read(matcher);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no rule of a path. Perhaps like one of: "
                + String.join("; ", Form.ALL.stream().map(Form::example).toList()) + ".");
    }

    /** A form of sentence. */
    record Form(String example, Pattern pattern, Reader reader) {

        /** Makes a rule of the words of a sentence. */
        interface Reader {
            /** The rule. */
            PathRule read(Matcher words);
        }

        static final List<Form> ALL = List.of(
                form("review precedes done", "A precedes A", m -> new Precedes(mark(m, 1), mark(m, 2))),
                form("review is followed by done within 2d", "A is followed by A(?: within T)?", m ->
                        new FollowedBy(mark(m, 1), mark(m, 2),
                                m.group(3) == null ? null : Length.parse(m.group(3)))),
                form("label:hotfix and label:feature never both", "A and A never both",
                        m -> new NeverBoth(mark(m, 1), mark(m, 2))),
                form("reviewer is not author", "A is not A", m -> new Differs(party(m, 1), party(m, 2))),
                form("at least 2 reviewed", "at least (\\d{1,3}) A", m ->
                        new AtLeast(Integer.parseInt(m.group(1)), mark(m, 2))),
                form("only created starts", "only A starts", m -> new OnlyStarts(mark(m, 1))),
                form("only done ends", "only A ends", m -> new OnlyEnds(mark(m, 1))),
                form("assigned within 2d", "A within T", m -> new Within(mark(m, 1), Length.parse(m.group(2)))));

        private static Form form(String example, String shape, Reader reader) {
            String pattern = shape.replace(" ", "\\s+")
                    .replace("A", "(label:\\S+|[A-Za-z]+)").replace("T", "(\\S+)");
            return new Form(example, Pattern.compile(pattern), reader);
        }

        private static Mark mark(Matcher words, int group) {
            return Mark.of(words.group(group));
        }

        private static Party party(Matcher words, int group) {
            String name = words.group(group);
            List<String> known = Arrays.stream(Party.values()).map(Party::name).toList();
            if (!known.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' is nobody who has to do with a piece of work. "
                        + Nearest.perhaps(name, known, "parties") + ".");
            }
            return Party.valueOf(name);
        }
    }
}
