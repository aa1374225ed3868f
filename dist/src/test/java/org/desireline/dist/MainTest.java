package org.desireline.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_8 = 52;

    @ParameterizedTest
    @CsvSource({"1.7, 7", "1.8, 8", "9, 9", "17, 17", "25, 25", "26-ea, 0", "'', 0", "99999999999, 0"})
    void theNumberOfAJavaIsRead(String version, int feature) {
        assertThat(Main.feature(version)).isEqualTo(feature);
    }

    @Test
    void anOldJavaCanReadTheClassThatTurnsItAway() throws IOException {
        try (DataInputStream main = new DataInputStream(
                Objects.requireNonNull(MainTest.class.getResourceAsStream("Main.class")))) {
            assertThat(main.readInt()).isEqualTo(MAGIC);
            assertThat(main.readUnsignedShort()).isZero();
            assertThat(main.readUnsignedShort()).isEqualTo(JAVA_8);
        }
    }
}
