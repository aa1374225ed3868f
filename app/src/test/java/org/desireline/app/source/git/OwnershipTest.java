package org.desireline.app.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.desireline.app.git.Glob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether whoever changed something was declared to own it at the time. */
class OwnershipTest {

    private static Ownership ownership(String... pathsAndTexts) {
        Ownership ownership = new Ownership();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            ownership.version(pathsAndTexts[i], 10L * i, i, pathsAndTexts[i + 1].isEmpty() ? null
                    : OwnersFile.of(pathsAndTexts[i], pathsAndTexts[i + 1]));
        }
        ownership.author("7+ada@users.noreply.github.com", "ada@x.example");
        ownership.author("bob@x.example", "bob@x.example");
        ownership.author("cyd@x.example", "cyd@x.example");
        ownership.author("cyd@y.example", "cyd@y.example");
        ownership.sort();
        return ownership;
    }

    @ParameterizedTest
    @CsvSource({"docs,docs/a/b.md,true", "docs,x/docs/a,true", "/docs,x/docs/a,false", "docs/*,docs/a,true",
        "docs/*,docs/a/b,false", "*.go,a/b.go,true", "*.go,a/b.gox,false", "/a/**/z,a/z,true", "/a/**/z,a/b/c/z,true",
        "a/b,x/a/b,false", "a/b,a/b/c,true", "**,any/thing,true", "*,any/thing,true", "/a?c,abc,true", "/a?c,a/c,false",
        "apps/,apps/x/y,true", "apps/,my/apps/x,true", "apps/,apps,true", "**/logs,deep/logs/x,true"})
    void aPatternFitsAsServersReadIt(String pattern, String path, boolean fits) {
        assertThat(Glob.of(pattern).fits(path)).isEqualTo(fits);
    }

    @Test
    void aPatternThatMeansHarmTakesNoLongerThanOthers() {
        String path = "a".repeat(4_000);
        assertThat(Glob.of("*a".repeat(240) + "b").fits(path)).isFalse();
        assertThat(Glob.of("x".repeat(501)).fits(path)).isFalse();
    }

    @Test
    void theLastLineThatFitsDecides() {
        Ownership code = ownership("CODEOWNERS", "* @ada # all\n/lib/ bob@x.example\n/lib/free\n[Section]\n");
        assertThat(code.told(List.of("x"), "ada@x.example", 0)).isEqualTo("owner");
        assertThat(code.told(List.of("lib/x"), "ada@x.example", 0)).isEqualTo("other");
        assertThat(code.told(List.of("lib/x", "x"), "ada@x.example", 0)).isEqualTo("owner");
        assertThat(code.told(List.of("lib/x"), "BOB@x.example", 0)).isEqualTo("owner");
        assertThat(code.told(List.of("lib/free"), "ada@x.example", 0)).isEqualTo("none");
        assertThat(code.told(List.of("x"), "ada@x.example", -1)).isEqualTo("none");
    }

    @Test
    void aLoginIsTheFirstPartOfAnAddressOnlyWhereItIsUnique() {
        Ownership code = ownership("CODEOWNERS", "/a @bob\n/b @cyd\n/c @org/team\n/d dee@x.example\n");
        assertThat(code.told(List.of("a"), "bob@x.example", 0)).isEqualTo("owner");
        assertThat(code.told(List.of("b"), "cyd@x.example", 0)).isEqualTo("unclear");
        assertThat(code.told(List.of("c"), "ada@x.example", 0)).isEqualTo("unclear");
        assertThat(code.told(List.of("b"), "ada@x.example", 0)).isEqualTo("other");
        assertThat(code.told(List.of("d"), "cyd@x.example", 0)).isEqualTo("other");
    }

    @Test
    void theNearestListOfApproversCountsAsOfTheDate() {
        Ownership owners = ownership("OWNERS", "approvers:\n- leads\nreviewers:\n- bob\n",
                "OWNERS_ALIASES", "aliases:\n  leads:\n  - ada\n", "sig/OWNERS", "approvers: [bob] # us\n",
                "sig/OWNERS", "", "lone/OWNERS", "options:\n  no_parent_owners: true\n");
        assertThat(owners.told(List.of("x/y"), "ada@x.example", 5)).isEqualTo("other");
        assertThat(owners.told(List.of("x/y"), "ada@x.example", 20)).isEqualTo("owner");
        assertThat(owners.told(List.of("sig/y"), "ada@x.example", 40)).isEqualTo("other");
        assertThat(owners.told(List.of("sig/y"), "bob@x.example", 40)).isEqualTo("owner");
        assertThat(owners.told(List.of("sig/y"), "ada@x.example", 60)).isEqualTo("owner");
        assertThat(owners.told(List.of("lone/y"), "ada@x.example", 80)).isEqualTo("none");
    }

    @Test
    void aLoginBesideAnAddressIsTheSamePerson() {
        Ownership code = ownership("CODEOWNERS", "/a @dee-1\n/b @org/team @dee-1\n/c @dee-1 @eva\n",
                "MAINTAINERS.md", "* Dee (<dee@z.example> / @Dee-1), Flo (flo@z.example/@flo)\n");
        assertThat(code.told(List.of("a"), "dee@z.example", 0)).isEqualTo("owner");
        assertThat(code.told(List.of("a"), "cyd@x.example", 0)).isEqualTo("other");
        assertThat(code.told(List.of("b"), "dee@z.example", 0)).isEqualTo("owner");
        assertThat(code.told(List.of("b"), "cyd@x.example", 0)).isEqualTo("unclear");
        assertThat(code.told(List.of("c"), "cyd@x.example", 0)).isEqualTo("unclear");
    }

    @Test
    void maintainersOwnTheFoldersOnTheirLine() {
        Ownership owners = ownership("MAINTAINERS.md", """
                # Maintainers
                * Ada (<ada@x.example> / @ada)
                * `tsdb`: Bob (<bob@x.example> / @bob)
                """);
        assertThat(owners.told(List.of("tsdb/x"), "bob@x.example", 0)).isEqualTo("owner");
        assertThat(owners.told(List.of("web/x"), "bob@x.example", 0)).isNotEqualTo("owner");
        assertThat(owners.told(List.of("web/x"), "ada@x.example", 0)).isEqualTo("owner");
    }
}
