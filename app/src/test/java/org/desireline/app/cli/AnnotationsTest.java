package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.desireline.charter.Mistake;
import org.desireline.charter.Place;
import org.desireline.journal.Trouble.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationsTest {

    @Test
    void aMistakeMarksItsPlace() {
        List<Mistake> mistakes = List.of(Checks.mistake(Severity.ERROR, "`includs` is unknown"),
                Checks.mistake(Severity.WARNING, "100 % of it"), Checks.mistake(Severity.NOTE, "so"));
        assertThat(Annotations.of(Checks.result(false, mistakes), Annotations.Kind.github)).containsExactly(
                "::warning file=charter.yaml,line=4,col=3,title=charter::100 %25 of it. Perhaps you meant `includes`",
                "::error file=charter.yaml,line=4,col=3,title=charter::`includs` is unknown. Perhaps you meant"
                        + " `includes`",
                "::notice file=charter.yaml,line=4,col=3,title=charter::so. Perhaps you meant `includes`");
        assertThat(Annotations.of(Checks.result(false, mistakes), Annotations.Kind.plain)).contains(
                "charter.yaml:4:3: error: charter: `includs` is unknown. Perhaps you meant `includes`");
        assertThat(Annotations.of(Checks.result(false, mistakes), Annotations.Kind.none)).isEmpty();
    }

    @Test
    void anUnknownGateIsAnErrorUnlessItMayBe() {
        assertThat(Annotations.of(Checks.result(false, List.of(), Checks.unknown("a", "no line")),
                Annotations.Kind.github)).containsExactly(
                        "::error file=charter.yaml,line=12,col=5,title=gate unknown::a: No line.");
        assertThat(Annotations.of(Checks.result(true, List.of(), Checks.unknown("a", "no line")),
                Annotations.Kind.github).getFirst()).startsWith("::warning ");
    }

    @Test
    void propertiesCodeWhatPartsThem() {
        Mistake mistake = new Mistake(Severity.ERROR, new Place("C:\\a,b%\n.yaml", 1, 2), "x", "", "");
        assertThat(Annotations.of(Checks.result(false, List.of(mistake)), Annotations.Kind.github)).containsExactly(
                "::error file=C%3A\\a%2Cb%25%0A.yaml,line=1,col=2,title=charter::x");
    }

    @Test
    void noNameBreaksOutOfItsLine() {
        CheckResult result = Checks.result(false, List.of(Checks.mistake(Severity.ERROR, Checks.HOSTILE)),
                Checks.unknown(Checks.HOSTILE, "x" + Checks.HOSTILE));
        for (Annotations.Kind kind : Annotations.Kind.values()) {
            for (String mark : Annotations.of(result, kind)) {
                assertThat(mark.codePoints().anyMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT)).as(mark).isFalse();
            }
        }
        assertThat(Annotations.of(result, Annotations.Kind.github)).hasSize(2).allMatch(mark ->
                mark.contains("%0A::error file=x::y%0D%0A%250A"));
    }

    @ParameterizedTest
    @CsvSource({"auto, true, github", "auto, false, none", "auto, '', none", "plain, true, plain",
        "none, true, none", "github, '', github"})
    void autoAsksWhereItRuns(Annotations.Kind asked, String onGithub, Annotations.Kind used) {
        assertThat(asked.on(new Surroundings(() -> Instant.EPOCH, Map.of("GITHUB_ACTIONS", onGithub))))
                .isEqualTo(used);
        assertThat(asked.on(new Surroundings(() -> Instant.EPOCH, Map.of())))
                .isEqualTo(asked == Annotations.Kind.auto ? Annotations.Kind.none : asked);
    }
}
