package org.desireline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventIdTest {

    @Test
    void anIdIsTheFirstHalfOfTheHashOfItsName() {
        assertThat(EventId.of("")).isEqualTo(new EventId(0xe3b0c44298fc1c14L, 0x9afbf4c8996fb924L));
        assertThat(EventId.of("abc")).isEqualTo(new EventId(0xba7816bf8f01cfeaL, 0x414140de5dae2223L));
        assertThat(EventId.of("Ü")).isNotEqualTo(EventId.of("U"));
    }

    @Test
    void idsAreOrderedAsUnsignedNumbers() {
        assertThat(List.of(new EventId(-1, 0), new EventId(1, -1), new EventId(0, -1), new EventId(0, 1)))
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(new EventId(3, 4)).isEqualByComparingTo(new EventId(3, 4));
    }

    @Test
    void anEventKeepsItsAttributesInOrderAndToItself() {
        Map<String, String> given = new HashMap<>(Map.of("b", "2", "a", "1", "c", "3"));
        Event event = new Event(EventId.of("x"), 0, Verb.created, Ref.item("i"), null, List.of(), given,
                new Origin("jira", 0, "p", -1));
        given.put("d", "4");
        assertThat(event.attributes().keySet()).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> event.attributes().put("e", "5")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aReferenceNeedsBothItsHalves() {
        assertThatThrownBy(() -> Ref.item("")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'item', ''");
        assertThatThrownBy(() -> new Ref("", "x")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'', 'x'");
    }

    @Test
    void severalValuesOfAFieldAreSplitAgain() {
        assertThat(Field.split("")).isEmpty();
        assertThat(Field.split("one")).containsExactly("one");
        assertThat(Field.split("one, two" + Field.SEPARATOR + "three")).containsExactly("one, two", "three");
    }

    @Test
    void aVerbIsFoundByItsNumber() {
        for (Verb verb : Verb.values()) {
            assertThat(Verb.of(verb.ordinal())).isSameAs(verb);
        }
    }
}
