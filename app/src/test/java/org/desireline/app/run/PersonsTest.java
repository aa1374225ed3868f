package org.desireline.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which accounts are taken for one person's. */
class PersonsTest {

    /** What the exports of a tracker with these addresses and names, and a repository with those, leave of them. */
    private static Persons persons(String given, Map<String, List<String>> called) {
        People people = People.read("people.yaml", given);
        String text = people.seeing(called.keySet(), called);
        return Persons.of(People.read("people.yaml", text), new Tokens(new byte[32]));
    }

    private static boolean same(Persons persons, String one, String other) {
        return persons.token(one).equals(persons.token(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Ada@X.example  | Ada L. | ADA@x.EXAMPLE | lovelace | true",
        "ada@y.example | Ada Lovelace | ada@x.example | ada  LOVELACE | true",
        "ada@y.example | Lovelace, Ada-Zo\u00eb | ada@x.example | lovelace ada zoe. | true",
        "ada@y.example | Ada | ada@x.example | Ada | false",
        "ada@y.example | Ada Lovelace | ada@x.example | Ada Byron | false",
        "'' | Ada Lovelace | '' | '' | false"})
    void anAddressOrAFullNameTellsWhoIsTheSame(String mail, String name, String email, String author, boolean same) {
        Persons persons = persons("", Map.of("jira:ada", List.of(mail, name),
                "git:" + email.toLowerCase(java.util.Locale.ROOT), List.of(author)));
        assertThat(same(persons, "jira:ada", "git:" + email.toLowerCase(java.util.Locale.ROOT))).isEqualTo(same);
        assertThat(persons.joined()).isEqualTo(same ? 1 : 0);
        assertThat(persons.joinedSources()).isEqualTo(same ? "git and jira" : "");
    }

    @Test
    void aNameOrAnAddressOfSeveralTellsNothing() {
        Persons persons = persons("", Map.of("jira:a", List.of("Ada Lovelace", "team@x.example"),
                "jira:b", List.of("team@x.example"), "git:a@x.example", List.of("Ada Lovelace"),
                "git:b@x.example", List.of("Ada Lovelace"), "git:team@x.example", List.of("The Team")));
        assertThat(persons.joined()).isZero();
    }

    @Test
    void nothingJoinsTwoAccountsOfOneSource() {
        Map<String, List<String>> called = Map.of("jira:a", List.of("x@x.example", "Ada Lovelace"),
                "jira:b", List.of("Bob Bobbin"), "git:x@x.example", List.of("Bob Bobbin"));
        Persons persons = persons("", called);
        assertThat(same(persons, "jira:a", "git:x@x.example")).isTrue();
        assertThat(same(persons, "jira:a", "jira:b")).isFalse();
        Persons given = persons("people:\n  ada: [jira:a, jira:b]\n", called);
        assertThat(same(given, "jira:b", "git:x@x.example")).isTrue();
        assertThat(given.joined()).isEqualTo(1);
    }

    @Test
    void whatTheReaderSaysIsNotOverruled() {
        Map<String, List<String>> called = Map.of("jira:ada", List.of("ada@x.example"),
                "git:ada@x.example", List.of("Ada"), "git:old@y.example", List.of("Ada"));
        Persons apart = persons("people:\n  ada: [jira:ada]\n  eve: [git:ada@x.example]\n", called);
        assertThat(same(apart, "jira:ada", "git:ada@x.example")).isFalse();
        assertThat(apart.joined()).isZero();
        Persons given = persons("people:\n  ada: [jira:ada, git:old@y.example]\n", called);
        assertThat(same(given, "jira:ada", "git:old@y.example")).isTrue();
        assertThat(given.joined()).isZero();
        assertThat(given.accounts(given.token("jira:ada"))).containsExactly("git:old@y.example", "jira:ada");
    }

    @Test
    void whoeverIsUnknownIsHimself() {
        assertThat(persons("", Map.of()).apply("a token")).isEqualTo("a token");
    }

    @Test
    void whatExportsCallPeopleIsKeptOnceAndForThoseSeenOnly() {
        People none = People.read("people.yaml", "people: {}\naccounts: []\n# mine\n");
        String text = none.seeing(List.of("jira:a", "git:b@x.example"), Map.of("jira:a", List.of("B", "A: \"q\""),
                "jira:unseen", List.of("C")));
        assertThat(text).isEqualTo("""
                people: {}
                accounts:
                  - "git:b@x.example"
                  - "jira:a"
                # mine
                called:
                  "jira:a": ["A: \\"q\\"", "B"]
                """);
        People again = People.read("people.yaml", text);
        assertThat(again.seeing(List.of("jira:a"), Map.of("jira:a", List.of("B")))).isEqualTo(text);
        assertThat(again.seeing(List.of("jira:a", "jira:c"), Map.of("jira:a", List.of("D"))))
                .isEqualTo(text.replace("\"B\"", "\"B\", \"D\"").replace("  - \"jira:a\"\n",
                        "  - \"jira:a\"\n  - \"jira:c\"\n"));
    }
}
