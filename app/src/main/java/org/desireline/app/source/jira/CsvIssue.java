package org.desireline.app.source.jira;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.app.source.jira.JiraIssue.Comment;
import org.desireline.app.source.jira.JiraIssue.Fields;
import org.desireline.app.source.jira.JiraIssue.IssueLink;
import org.desireline.app.source.jira.JiraIssue.Log;
import org.desireline.app.source.jira.JiraIssue.WorkLog;
import org.jspecify.annotations.Nullable;

/**
 * A row of Jira's own CSV: the values of each column's name, in order. Columns with several values repeat. Pure.
 *
 * @param values by name in lower case; empty values are left out, and so is what people wrote
 */
record CsvIssue(Map<String, List<String>> values) {

    private static final String INWARD = "inward issue link (";
    private static final String OUTWARD = "outward issue link (";

    /** Whether names of columns are those of a Jira export. */
    static boolean isHeader(List<String> header) {
        List<String> names = header.stream().map(CsvIssue::name).toList();
        boolean key = names.contains("issue key") || names.contains("key");
        boolean jira = names.contains("issue id") || names.contains("issue type") || names.contains("project key");
        return key && jira && names.contains("status") && names.contains("created");
    }

    private static String name(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    /** The issue of a row; of comments and logs only what is no text. */
    static CsvIssue of(List<String> header, List<String> row) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = name(header.get(i));
            String value = row.get(i).strip();
            boolean isText = name.equals("summary") || name.equals("description") || name.equals("environment");
            if (!value.isEmpty() && !isText) {
                values.computeIfAbsent(name, none -> new ArrayList<>()).add(name.equals("comment")
                        ? withoutText(value) : name.equals("log work") ? ending(value) : value);
            }
        }
        return new CsvIssue(values);
    }

    /** Of "date;author;text" the first two. */
    private static String withoutText(String comment) {
        String[] parts = comment.split(";", 3);
        return parts.length < 2 ? "" : parts[0] + ";" + parts[1];
    }

    /** Of "text;date;author;seconds" the last three: the text may hold semicolons. */
    private static String ending(String log) {
        String[] parts = log.split(";", -1);
        int n = parts.length;
        return n < 3 ? "" : parts[n - 3] + ";" + parts[n - 2] + ";" + parts[n - 1];
    }

    @Nullable String one(String... names) {
        for (String name : names) {
            List<String> found = values.get(name);
            if (found != null) {
                return found.getFirst();
            }
        }
        return null;
    }

    private List<String> all(String... names) {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            all.addAll(values.getOrDefault(name, List.of()));
        }
        return all;
    }

    @Nullable String key() {
        return one("issue key", "key");
    }

    String id() {
        String id = one("issue id");
        return id == null ? String.valueOf(key()) : id;
    }

    /** The id or the key of what contains it. */
    @Nullable String parent() {
        return one("parent key", "parent id", "parent");
    }

    boolean isEpic() {
        return "epic".equalsIgnoreCase(one("issue type"));
    }

    /** Everything in it that is a date. */
    List<String> dates() {
        List<String> dates = new ArrayList<>(all("created", "updated", "resolved", "due date"));
        for (String comment : all("comment", "log work")) {
            dates.add(comment.split(";", 2)[0]);
        }
        return dates;
    }

    /** Pairs of dates of which the second cannot be earlier. */
    List<String[]> ordered() {
        List<String[]> pairs = new ArrayList<>();
        for (String created : all("created")) {
            for (String later : all("updated", "resolved")) {
                pairs.add(new String[] {created, later});
            }
        }
        return pairs;
    }

    /**
     * The issue.
     *
     * @param dates how its dates are to be read; what cannot be stays as it is, and becomes a trouble later
     * @param epic the key of its epic, where its parent is one
     * @param children keys of what it contains
     */
    JiraIssue issue(WrittenDates dates, @Nullable String epic, List<String> children) {
        String key = String.valueOf(key());
        String linked = one("custom field (epic link)", "epic link");
        String resolution = one("resolution");
        String project = one("project key");
        String due = one("due date");
        Fields fields = new Fields(instant(dates, one("created"), ""), millis(dates, one("updated")),
                millis(dates, one("resolved")), project == null ? key.replaceFirst("-[0-9]+$", "") : project,
                text(one("issue type")), one("status"), one("status category"), one("priority"),
                resolution == null || resolution.equalsIgnoreCase("unresolved") ? null : resolution,
                one("assignee id", "assignee"), one("creator id", "creator", "reporter id", "reporter"),
                linked == null ? epic : linked, due == null ? null : dates.day(due),
                one("custom field (story points)", "story points", "custom field (story point estimate)",
                        "original estimate"),
                null, all("component/s", "components", "component"), all("fix version/s", "fix versions"),
                all("labels"), all("sprint"), children, links(key));
        return new JiraIssue(id(), key, "local", fields, Log.NONE, List.of(), comments(dates), workLogs(dates),
                JiraIssue.Plans.NONE);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String millis(WrittenDates dates, @Nullable String text) {
        return text == null ? null : instant(dates, text, text);
    }

    private static String instant(WrittenDates dates, @Nullable String text, String otherwise) {
        Long millis = text == null ? null : dates.millis(text);
        return millis == null ? text == null ? otherwise : "?" : Long.toString(millis);
    }

    private List<Comment> comments(WrittenDates dates) {
        List<Comment> comments = new ArrayList<>();
        Map<String, Integer> same = new HashMap<>();
        for (String comment : all("comment")) {
            String[] parts = comment.split(";", 2);
            String at = instant(dates, parts[0], "");
            String author = parts.length < 2 || parts[1].isBlank() ? null : parts[1].strip();
            comments.add(new Comment(at + ":" + same.merge(at, 1, Integer::sum), author, at));
        }
        return comments;
    }

    private List<WorkLog> workLogs(WrittenDates dates) {
        List<WorkLog> logs = new ArrayList<>();
        Map<String, Integer> same = new HashMap<>();
        for (String log : all("log work")) {
            String[] parts = log.split(";", 3);
            String at = instant(dates, parts[0], "");
            String author = parts.length < 2 || parts[1].isBlank() ? null : parts[1].strip();
            boolean isCount = parts.length > 2 && parts[2].strip().matches("[0-9]{1,9}");
            logs.add(new WorkLog(at + ":" + same.merge(at, 1, Integer::sum), author, at,
                    isCount ? Long.parseLong(parts[2].strip()) : 0));
        }
        return logs;
    }

    /** Blocking links: only the name of the kind of link is there, and which of its ends this is. */
    private List<IssueLink> links(String key) {
        List<IssueLink> links = new ArrayList<>();
        new TreeMap<>(values).forEach((name, others) -> {
            boolean inward = name.startsWith(INWARD);
            boolean outward = name.startsWith(OUTWARD);
            String kind = name.replaceFirst("^[^(]*\\(", "").replaceFirst("\\)$", "");
            boolean blocks = kind.startsWith("block");
            boolean depends = kind.startsWith("depend");
            if ((inward || outward) && (blocks || depends)) {
                boolean waits = inward == blocks;
                for (String other : others) {
                    String blocker = waits ? other : key;
                    String blocked = waits ? key : other;
                    links.add(new IssueLink(blocker + ">" + blocked, blocker, blocked));
                }
            }
        });
        return links;
    }
}
