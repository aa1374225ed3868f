package org.desireline.app.source.ocel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words by which it is guessed what the types, qualifiers and attributes of a log stand for. */
final class OcelWords {

    private static final Set<String> PEOPLE = Set.of("resource", "employee", "user", "person", "people", "staff",
            "worker", "agent", "clerk", "operator", "recruiter", "manager", "officer", "technician", "doctor", "nurse",
            "physician", "assignee", "performer", "executor", "actor");
    private static final Set<String> DOERS = Set.of("creator", "approver", "editor", "author", "inserter", "blocker",
            "remover", "handler", "requester", "requestor", "reviewer", "sender", "picker", "packer", "planner",
            "buyer", "driver", "seller", "releaser", "signer", "processor");
    private static final Set<String> OUTSIDE =
            Set.of("customer", "client", "supplier", "vendor", "buyer", "applicant", "patient", "contact");
    private static final Set<String> PARTIES = Set.of("customer", "client", "supplier", "vendor");
    private static final Set<String> TEXTS = Set.of("name", "title", "description", "comment", "message", "text",
            "note", "subject", "email", "mail", "phone", "address", "street", "summary", "remark", "url", "reason",
            "iban", "birthdate", "birthday");

    private OcelWords() {}

    /** Whether objects of a type do the work. */
    static boolean isPeople(String type) {
        return words(type).stream().anyMatch(PEOPLE::contains);
    }

    /** Whether objects of a type are those whom the work is done for or with. */
    static boolean isParty(String type) {
        return words(type).stream().anyMatch(PARTIES::contains);
    }

    /** Whether a qualifier or an attribute says who did something. */
    static boolean isDoer(String name) {
        List<String> words = words(name);
        return words.stream().anyMatch(word -> PEOPLE.contains(word) || DOERS.contains(word))
                || (words.size() > 1 && words.getLast().equals("by"));
    }

    /** Whether a name ends with a word for whoever does something, so that even a number there says who. */
    static boolean endsWithDoer(String name) {
        List<String> words = words(name);
        return !words.isEmpty() && (PEOPLE.contains(words.getLast()) || DOERS.contains(words.getLast())
                || (words.size() > 1 && words.getLast().equals("by")));
    }

    /** Whether an attribute may hold words, or who somebody is. */
    static boolean isText(String name) {
        return words(name).stream().anyMatch(word -> TEXTS.contains(word) || OUTSIDE.contains(word));
    }

    /** The words of a name, in lower case and in the singular. */
    private static List<String> words(String name) {
        return Arrays.stream(name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                        ? word.substring(0, word.length() - 1) : word)
                .toList();
    }
}
