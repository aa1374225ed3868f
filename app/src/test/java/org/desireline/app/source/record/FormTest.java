package org.desireline.app.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What each form finds in a text. */
class FormTest {

    private static List<String> values(Fields fields, String name) {
        return fields.of(name).stream().map(Fields.Value::text).toList();
    }

    @Test
    void yamlHasFieldsInsideFieldsAndLists() {
        Fields fields = Form.YAML.read("""
                Title: A: colon: here
                """.replace("A: colon: here", "\"A: colon\"") + """
                kep-number: 0034
                milestone:
                  alpha: "v1.20"
                  beta: v1.21
                authors: ["@ada", '@bob']
                replaces:
                created: 2020-01-02
                """);
        assertThat(values(fields, "title")).containsExactly("A: colon");
        assertThat(values(fields, "kep-number")).containsExactly("0034");
        assertThat(values(fields, "milestone.beta")).containsExactly("v1.21");
        assertThat(fields.of("milestone.beta").getFirst().line()).isEqualTo(5);
        assertThat(values(fields, "authors")).containsExactly("@ada", "@bob");
        assertThat(values(fields, "replaces")).isEmpty();
        assertThat(values(fields, "created")).containsExactly("2020-01-02");
    }

    @Test
    void aliasesThatStandForTooMuchAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
        }
        assertThatThrownBy(() -> Form.YAML.read(bomb.toString())).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> Form.YAML.read("a: " + "[".repeat(5_000))).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> Form.YAML.read("a: 'open\nb: 1")).isInstanceOf(Unreadable.class);
    }

    @Test
    void tomlHasTablesListsAndAllKindsOfText() {
        Fields fields = Form.TOML.read("""
                # remark
                title = "A \\"quoted\\" \\u00e9" # more
                path = 'C:\\no'
                long = \"""
                two
                lines\"""
                a.b = 1_000
                due = 2026-07-01
                names = [ "x", # here
                  "y", ]
                inline = { p = "q", "r s" = true }

                [status.now]
                word = "accepted"
                [[steps]]
                name = "one"
                [[steps]]
                name = "two"
                """);
        assertThat(values(fields, "title")).containsExactly("A \"quoted\" \u00e9");
        assertThat(values(fields, "path")).containsExactly("C:\\no");
        assertThat(values(fields, "a.b")).containsExactly("1_000");
        assertThat(values(fields, "due")).containsExactly("2026-07-01");
        assertThat(fields.of("due").getFirst().line()).isEqualTo(8);
        assertThat(values(fields, "names")).containsExactly("x", "y");
        assertThat(values(fields, "inline.r s")).containsExactly("true");
        assertThat(values(fields, "status.now.word")).containsExactly("accepted");
        assertThat(values(fields, "steps.name")).containsExactly("one", "two");
        assertThatThrownBy(() -> Form.TOML.read("a = \"open\nb = 1")).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> Form.TOML.read("a = 1\n\nnothing")).isInstanceOfSatisfying(Unreadable.class,
                bad -> assertThat(bad.line()).isEqualTo(3));
    }

    @Test
    void frontMatterIsYamlOrToml() {
        Fields yaml = Form.FRONT_MATTER.read("---\r\nstatus: accepted\r\ndue: 2026-01-02\r\n---\r\nstatus: no\r\n");
        assertThat(values(yaml, "status")).containsExactly("accepted");
        assertThat(yaml.of("due").getFirst().line()).isEqualTo(3);
        assertThat(values(Form.FRONT_MATTER.read("+++\nstatus = 'x'\n+++\n# Text"), "status")).containsExactly("x");
        assertThat(Form.FRONT_MATTER.read("# Text\n---\nstatus: x\n---\n").isEmpty()).isTrue();
        assertThat(Form.FRONT_MATTER.read("---\nstatus: x\n").isEmpty()).isTrue();
    }

    @Test
    void headersStandAtTheTopWithOrWithoutMarks() {
        Fields mail = Form.HEADERS.read("PEP: 8\nTitle: Style\n Guide\nStatus: Active\n\nDue: later\n");
        assertThat(values(mail, "pep")).containsExactly("8");
        assertThat(values(mail, "title")).containsExactly("Style Guide");
        assertThat(values(mail, "due")).isEmpty();
        Fields list = Form.HEADERS.read("""
                # Use it

                * Status: **Accepted** <!-- or so -->
                * Deciders: [Ada](x), Bob
                """);
        assertThat(values(list, "status")).containsExactly("Accepted");
        assertThat(values(list, "deciders")).containsExactly("Ada, Bob");
        assertThat(values(Form.HEADERS.read("**Status:** done\n"), "status")).containsExactly("done");
    }

    @Test
    void aTableHasNamesAndValues() {
        Fields fields = Form.MARKDOWN_TABLE.read("""
                # Goal

                | Metadata         |                  |
                | :--              | :--              |
                | Point of contact | @ada             |
                | [lang] champion  | @bob             |
                | Tracking issue   | [x/goals#1][ref] |
                | A \\| B          | `code`           |

                | Other | no |
                """);
        assertThat(values(fields, "point of contact")).containsExactly("@ada");
        assertThat(values(fields, "lang champion")).containsExactly("@bob");
        assertThat(values(fields, "tracking issue")).containsExactly("x/goals#1");
        assertThat(values(fields, "a | b")).containsExactly("code");
        assertThat(values(fields, "other")).isEmpty();
    }

    @Test
    void fieldListsAreThoseOfRestructuredText() {
        Fields fields = Form.FIELD_LIST.read("""
                Title
                =====

                :Author: Ada
                  Lovelace
                :Status: Draft
                :Due:

                Text: no
                """);
        assertThat(values(fields, "author")).containsExactly("Ada Lovelace");
        assertThat(values(fields, "status")).containsExactly("Draft");
        assertThat(values(fields, "due")).containsExactly("");
        assertThat(values(fields, "text")).isEmpty();
    }

    @Test
    void belowAHeadingStandsItsValue() {
        Fields fields = Form.HEADINGS.read("""
                    # 1. Use it

                    Date: x

                    ## Status

                    Superseded by [2](2.md)

                    ## Context

                    ```
                    # no heading
                    ```
                    Text
                    """);
        assertThat(values(fields, "title")).containsExactly("1. Use it");
        assertThat(values(fields, "status")).containsExactly("Superseded by 2");
        assertThat(values(fields, "no heading")).isEmpty();
        assertThat(values(Form.HEADINGS.read("Use it\n======\n\nStatus\n------\n\nAccepted\n"), "status"))
                .containsExactly("Accepted");
    }

    @Test
    void theFormIsGuessedByNameAndBeginning() {
        assertThat(Form.guess("a/kep.yaml", "")).containsExactly(Form.YAML);
        assertThat(Form.guess("a/x.rst", "")).contains(Form.FIELD_LIST);
        assertThat(Form.guess("a/x.md", "")).contains(Form.FRONT_MATTER, Form.MARKDOWN_TABLE, Form.HEADINGS);
        assertThat(Form.guess("a/x.txt", ":Status: x")).containsExactly(Form.FIELD_LIST);
        assertThat(Form.guess("a/x.txt", "Status: x")).containsExactly(Form.HEADERS);
        assertThat(Form.guess("a/RECORD", "+++\na = 1\n+++\n")).containsExactly(Form.FRONT_MATTER);
    }

    @Test
    void anyTextIsReadOrRefused() {
        long seed = 20_260_701L;
        Random random = new Random(seed);
        String letters = "ab:-+|[]{}\"'\\#=.,&*! \n\n\t`";
        int refused = 0;
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "---\n" : "");
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            text.append(random.nextInt(3) == 0 ? "\n---\n" : "");
            for (Form form : Form.values()) {
                try {
                    assertThat(form.read(text.toString())).as("seed %s: %s", seed, text).isNotNull();
                } catch (Unreadable bad) {
                    refused++;
                    assertThat(bad.line()).as("seed %s: %s", seed, text).isPositive();
                }
            }
        }
        assertThat(refused).isPositive();
    }
}
