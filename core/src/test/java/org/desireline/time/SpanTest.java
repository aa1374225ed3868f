package org.desireline.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpanTest {

    private final Span span = new Span(-10, 20);

    @Test
    void aSpanIsHalfOpen() {
        assertThat(span.contains(-11)).isFalse();
        assertThat(span.contains(-10)).isTrue();
        assertThat(span.contains(19)).isTrue();
        assertThat(span.contains(20)).isFalse();
        assertThat(span.millis()).isEqualTo(30);
    }

    @Test
    void anEmptySpanHoldsNoInstant() {
        assertThat(new Span(5, 5).millis()).isZero();
        assertThat(new Span(5, 5).contains(5)).isFalse();
    }

    @Test
    void anOverlapIsNeverNegative() {
        assertThat(span.overlapMillis(-10, 20)).isEqualTo(30);
        assertThat(span.overlapMillis(-100, 100)).isEqualTo(30);
        assertThat(span.overlapMillis(0, 5)).isEqualTo(5);
        assertThat(span.overlapMillis(15, 100)).isEqualTo(5);
        assertThat(span.overlapMillis(20, 30)).isZero();
        assertThat(span.overlapMillis(-30, -10)).isZero();
        assertThat(span.overlapMillis(40, 50)).isZero();
        assertThat(span.overlapMillis(5, 0)).isZero();
    }

    @Test
    void anEndBeforeTheStartIsRefusedWithBothValues() {
        assertThatThrownBy(() -> new Span(7, 6)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[7, 6)").hasMessageContaining("Perhaps");
    }
}
