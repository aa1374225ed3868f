package org.desireline.app.charterfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.desireline.charter.Mistake;
import org.desireline.charter.Place;
import org.desireline.charter.Undertaking;
import org.desireline.charter.Word;
import org.junit.jupiter.api.Test;

/** Files of commitments: a line an entry, whatever stands in it, and what is said of one that cannot be read. */
class RecordedTextTest {

    private static final Place HERE = new Place("", 1, 1);

    private static RecordedEntry entry(String id, String what, String... items) {
        return new RecordedEntry(Undertaking.Kind.COMMITMENT, id, LocalDate.parse("2026-07-03"), true, what, "apps", "",
                LocalDate.parse("2026-10-01"), false,
                List.of(items).stream().map(item -> new Word(item, HERE)).toList(), HERE);
    }

    private static List<RecordedEntry> read(String text) {
        RecordedText.Read read = RecordedText.read(Undertaking.Kind.COMMITMENT, "commitments.yaml", text);
        assertThat(read.mistakes()).as(text).isEmpty();
        return read.entries();
    }

    private static List<String> mistakes(String text) {
        return RecordedText.read(Undertaking.Kind.COMMITMENT, "commitments.yaml", text).mistakes().stream()
                .map(Mistake::text).toList();
    }

    @Test
    void aFileIsALineAnEntry() {
        String one = RecordedText.with("", entry("alerts-2", "Alert fatigue halved", "ALRT-12", "ALRT-13"));
        assertThat(one).isEqualTo("""
                # What was committed to, a line each time something was said; lines are only added: desireline record
                commitments:
                  - { id: "alerts-2", on: 2026-07-03, meeting: true, due: 2026-10-01, owner: "apps", \
                items: ["ALRT-12", "ALRT-13"], what: "Alert fatigue halved" }
                """);
        String two = RecordedText.with(one, new RecordedEntry(Undertaking.Kind.COMMITMENT, "alerts-2",
                LocalDate.parse("2026-09-01"), false, "", "", "", null, true, List.of(), HERE));
        assertThat(two).isEqualTo(one + "  - { id: \"alerts-2\", on: 2026-09-01, withdrawn: true }\n");
        List<RecordedEntry> entries = read(two);
        assertThat(entries.getFirst().says(entry("alerts-2", "Alert fatigue halved", "ALRT-12", "ALRT-13"))).isTrue();
        assertThat(entries.getFirst().items()).extracting(Word::text).containsExactly("ALRT-12", "ALRT-13");
        assertThat(entries.getLast().withdrawn()).isTrue();
        assertThat(entries.getLast().place()).isEqualTo(new Place("commitments.yaml", 4, 5));
    }

    @Test
    void whateverStandsInAnEntryItIsOneLineAndReadsBackAsItWas() {
        List<String> hostile = List.of("\" }\n  - { id: other, on: 2026-01-01 }", "a\r\nb\tc\u0000\u001b[31m",
                "*alias &anchor !!tag {{}} [[]] # no comment : - ?", "\\\" \\n \\", "\u2028\u2029\u0085\u202e\ufeff",
                "naïve 漢字 🎉", "x".repeat(10_000), "${jndi:x} %s %n", "true", "~");
        String text = "";
        for (int i = 0; i < hostile.size(); i++) {
            text = RecordedText.with(text, entry("h" + i, hostile.get(i), hostile.get(i)));
        }
        assertThat(text.lines()).hasSize(hostile.size() + 2);
        List<RecordedEntry> entries = read(text);
        assertThat(entries).extracting(RecordedEntry::what).containsExactlyElementsOf(hostile);
        assertThat(entries).extracting(each -> each.items().getFirst().text()).containsExactlyElementsOf(hostile);
    }

    @Test
    void randomTextsReadBackAsTheyWereButForHalvesOfCharacters() {
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 0; n < 300; n++) {
            StringBuilder what = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                int c = random.nextInt(4) == 0 ? random.nextInt(0x80) : random.nextInt(0x110000);
                what.appendCodePoint(c);
            }
            String whole = what.codePoints().map(c -> Character.getType(c) == Character.SURROGATE ? 0xfffd : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            assertThat(read(RecordedText.with("", entry("r", what.toString()))).getFirst().what()).isEqualTo(whole);
        }
    }

    @Test
    void anEmptyFileSaysNothingAndOneWithoutALastLineBreakIsAddedTo() {
        assertThat(read("")).isEmpty();
        assertThat(read("# nothing yet\n\n")).isEmpty();
        assertThat(read(RecordedText.with("# ours\ncommitments:", entry("a", "b")))).hasSize(1);
        assertThat(RecordedText.with("# ours", entry("a", "b"))).startsWith("# ours\n# What was");
    }

    @Test
    void whatCannotBeReadIsSaidWithItsPlace() {
        assertThat(mistakes("commitments:\n  - { id: a, on: 2026-07-03, duee: 2026-10-01 }\n").getFirst())
                .startsWith("commitments.yaml:2:30: unknown entry `duee`. Perhaps you meant `due`.");
        assertThat(mistakes("commitments:\n  - { id: a, on: soon }\n").getFirst())
                .startsWith("commitments.yaml:2:18: this is not a day");
        assertThat(mistakes("commitments:\n  - { on: 2026-07-03 }\n").getFirst()).contains("2:5: an entry needs an id");
        assertThat(mistakes("commitments:\n  - { id: a }\n").getFirst()).contains("needs the day from which it counts");
        assertThat(mistakes("commitment: []\n").getFirst()).contains("Perhaps you meant `commitments:`");
        assertThat(mistakes("commitments: soon\n").getFirst()).contains("there should be a list here");
        assertThat(mistakes("commitments: [ { id: [a], on: 2026-07-03 } ]\n"))
                .anyMatch(mistake -> mistake.contains("this should be a single value"));
        assertThat(mistakes("commitments: &a\n  - *a\n")).isNotEmpty();
    }

    @Test
    void anIdIsMadeOfTheFirstWords() {
        assertThat(RecordedText.id("Alert fatigue, halved!")).isEqualTo("alert-fatigue-halved");
        assertThat(RecordedText.id("  …!? ")).isEqualTo("entry");
        assertThat(RecordedText.isId(RecordedText.id("ein sehr langer Satz über alles und noch viel mehr als das")))
                .isTrue();
        assertThat(RecordedText.isId("a b")).isFalse();
    }
}
