package org.desireline.app.source.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept of a message: the items that it names, and who else stands behind it. Its words are not kept.
 *
 * <p>A key of a tracker, such as {@code RB-12}, counts wherever it stands; the number of an issue or a pull request
 * only where a word before it says that it is one, or where a server wrote it: {@code #12} alone is as often the second
 * of three steps.
 *
 * @param keys what items it names, as trackers call them
 * @param pull the number of the pull request that the commit is of, with its {@code #} or {@code !}; empty where none
 *     is told
 * @param authors who wrote it besides the author
 * @param reviewers who looked at it and let it pass
 */
record Message(Set<String> keys, String pull, List<GitIdent> authors, List<GitIdent> reviewers) {

    /**
     * Upper case, as trackers write keys: in lower case they are as often branches and versions. Its parts are bounded,
     * so that no message takes longer than its length allows for.
     */
    private static final Pattern KEY = Pattern.compile("(?<![A-Za-z0-9])[A-Z][A-Z0-9_]{1,99}-[0-9]{1,18}(?![0-9])");
    private static final String PLACE = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){1,5}";
    private static final String NUMBER = "(?:(" + PLACE + ")?([#!])|\\bGH-|https://[A-Za-z0-9.-]{1,100}/(" + PLACE
            + "?)/(?:-/)?(issues|pull|merge_requests)/)([0-9]{1,9})(?![0-9A-Za-z])";
    private static final Pattern REFERENCE = Pattern.compile(NUMBER);
    private static final Pattern REFERRING = Pattern.compile("(?i)(?<![a-z0-9-])(?:fix(?:e[sd])?|close[sd]?"
            + "|resolve[sd]?|implement(?:s|ed)?|refs?|references|see(?: merge request)?|part of|merge pull request"
            + "|merged? pr|pull request):? {1,3}");
    private static final Pattern BETWEEN = Pattern.compile("(?:,| and| &)? {1,3}");
    private static final Pattern PULL = Pattern.compile("^Merge pull request #([0-9]{1,9})(?![0-9])"
            + "|\\((?:pull request )?#([0-9]{1,9})\\)$");
    private static final Pattern MERGE_REQUEST =
            Pattern.compile("(?m)^See merge request (?:" + PLACE + ")?!([0-9]{1,9})$");
    private static final Set<String> APPROVALS = Set.of("reviewed-by", "acked-by", "tested-by", "approved-by");
    private static final Pattern PERSON = Pattern.compile("([^<>]{0,200})<([^<>@\\s]{1,200}@[^<>@\\s]{1,200})>.*");
    private static final int MOST_PEOPLE = 100;

    Message {
        keys = Set.copyOf(keys);
        authors = List.copyOf(authors);
        reviewers = List.copyOf(reviewers);
    }

    /**
     * Reads a message.
     *
     * @param home where the repository lies on its server, such as {@code owner/name}; empty where that is not known
     */
    static Message of(String message, String home) {
        Set<String> keys = keys(message);
        String subject = message.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
        String pull = pull(subject, message);
        if (!pull.isEmpty()) {
            keys.add(home + pull);
        }
        referred(message, home, keys);
        List<GitIdent> authors = new ArrayList<>();
        List<GitIdent> reviewers = new ArrayList<>();
        for (Trailers.Trailer trailer : Trailers.of(message)) {
            String token = trailer.token().toLowerCase(Locale.ROOT);
            if (token.equals("co-authored-by") && authors.size() < MOST_PEOPLE) {
                add(authors, trailer.value());
            } else if (APPROVALS.contains(token) && reviewers.size() < MOST_PEOPLE) {
                add(reviewers, trailer.value());
            }
        }
        return new Message(keys, pull, authors, reviewers);
    }

    /** The keys of trackers in a message, each once. */
    static Set<String> keys(String message) {
        TreeSet<String> keys = new TreeSet<>();
        Matcher matcher = KEY.matcher(message);
        while (matcher.find()) {
            keys.add(matcher.group());
        }
        return keys;
    }

    private static String pull(String subject, String message) {
        Matcher matcher = PULL.matcher(subject);
        if (matcher.find()) {
            return "#" + (matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        Matcher request = MERGE_REQUEST.matcher(message);
        return request.find() ? "!" + request.group(1) : "";
    }

    /** Numbers that follow a word which says that they are some, with more after commas. */
    private static void referred(String message, String home, Set<String> keys) {
        Matcher word = REFERRING.matcher(message);
        Matcher reference = REFERENCE.matcher(message);
        Matcher between = BETWEEN.matcher(message);
        int at = 0;
        while (at <= message.length() && word.find(at)) {
            at = word.end();
            while (reference.region(at, message.length()).lookingAt()) {
                keys.add(key(reference, home));
                at = reference.end();
                if (!between.region(at, message.length()).lookingAt()) {
                    break;
                }
                at = between.end();
            }
        }
    }

    private static String key(Matcher reference, String home) {
        String number = reference.group(5);
        if (reference.group(3) != null) {
            return reference.group(3) + ("merge_requests".equals(reference.group(4)) ? "!" : "#") + number;
        }
        String mark = reference.group(2) == null ? "#" : reference.group(2);
        return (reference.group(1) == null ? home : reference.group(1)) + mark + number;
    }

    private static void add(List<GitIdent> people, String value) {
        Matcher person = PERSON.matcher(value);
        if (person.matches()) {
            people.add(GitIdent.NOBODY.called(person.group(1).strip(), person.group(2)));
        } else if (!value.isBlank() && value.length() <= 100 && value.indexOf('<') < 0) {
            people.add(value.indexOf('@') > 0 && value.indexOf(' ') < 0 ? GitIdent.NOBODY.called("", value.strip())
                    : GitIdent.NOBODY.called(value.strip(), ""));
        }
    }
}
