package org.desireline.app.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is whom by {@code .mailmap}. */
class MailmapTest {

    private static final Mailmap MAP = new Mailmap("""
            # Nobody <none@x.example> <dee@x.example>
            Ada Lovelace <ada@x.example>
            <bob@x.example> <Bob@Old.example>
            Cyd Dee <cyd@x.example> <cyd@old.example>
            Eve One <eve@x.example> Eve <shared@x.example>
            Fay Two <fay@x.example> Fay <shared@x.example> # a remark
            Early <early@x.example> <twice@x.example>
            Late <late@x.example> <twice@x.example>
            no line
            """);

    @ParameterizedTest
    @CsvSource({"ada,ADA@X.example,Ada Lovelace,ADA@X.example", "B,bob@old.EXAMPLE,B,bob@x.example",
        "c,cyd@old.example,Cyd Dee,cyd@x.example", "eve,shared@x.example,Eve One,eve@x.example",
        "Fay,shared@x.example,Fay Two,fay@x.example", "Gil,shared@x.example,Gil,shared@x.example",
        "x,twice@x.example,Late,late@x.example", "D,dee@x.example,D,dee@x.example"})
    void eachFormOfLineSaysWhoIsMeant(String name, String email, String meant, String address) {
        GitIdent found = MAP.of(GitIdent.NOBODY.called(name, email));
        assertThat(found.name() + " " + found.email()).isEqualTo(meant + " " + address);
    }

    @Test
    void withoutTheFileEverybodyIsThemselves() {
        GitIdent ada = GitIdent.of("Ada", "ada@x.example", "5", "+0100");
        assertThat(Mailmap.NONE.of(ada)).isSameAs(ada);
        assertThat(MAP.of(ada)).isEqualTo(new GitIdent("Ada Lovelace", "ada@x.example", 5000, "+0100"));
    }
}
