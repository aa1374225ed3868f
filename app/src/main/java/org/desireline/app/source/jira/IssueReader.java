package org.desireline.app.source.jira;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.app.source.jira.JiraIssue.Comment;
import org.desireline.app.source.jira.JiraIssue.Fields;
import org.desireline.app.source.jira.JiraIssue.History;
import org.desireline.app.source.jira.JiraIssue.IssueLink;
import org.desireline.app.source.jira.JiraIssue.Item;
import org.desireline.app.source.jira.JiraIssue.Log;
import org.desireline.app.source.jira.JiraIssue.WorkLog;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an issue out of JSON, in Jira's REST shape or in a flat one. Pure: troubles go to a listener. */
final class IssueReader {

    private static final Pattern SPRINT_COMPLETED =
            Pattern.compile("\\bstate=CLOSED\\b.*\\bcompleteDate=(\\d{4}-[^,\\]]*)");
    private static final Pattern SPRINT_NAME = Pattern.compile("\\bname=([^,\\]]*)");
    private static final Pattern BLOCKED = Pattern.compile(
            "(?i)is blocked by|depends (up)?on|requires|has to be done after|is caused by blocker");
    private static final Pattern BLOCKS = Pattern.compile(
            "(?i)^blocks|required by|required for|is depended (up)?on|has to be done before|is a prerequisite");

    /** What an account says of its owner, for telling who is the same elsewhere. */
    private static final List<String> CALLED = List.of("emailAddress", "displayName");

    private final BiConsumer<String, String> troubles;
    private final BiConsumer<String, String> people;
    private final Map<String, String> customFields = new HashMap<>();

    /**
     * A reader for one document.
     *
     * @param names names of custom fields by id, as far as the document has them
     * @param troubles receives the issue's key and what is wrong with it
     * @param people receives an account, and a name or an e-mail address of its owner
     */
    IssueReader(JsonNode names, BiConsumer<String, String> troubles, BiConsumer<String, String> people) {
        this.troubles = troubles;
        this.people = people;
        names.properties().forEach(entry ->
                customFields.put(entry.getValue().asString("").toLowerCase(Locale.ROOT), entry.getKey()));
    }

    /** Whether a node is an issue in either shape. */
    static boolean isIssue(JsonNode node) {
        return node.isObject() && node.path("key").isString()
                && (node.path("fields").isObject() || node.has("created"));
    }

    JiraIssue read(JsonNode node) {
        return node.path("fields").isObject() ? rest(node) : flat(node);
    }

    private JiraIssue rest(JsonNode node) {
        JsonNode fields = node.path("fields");
        String key = node.path("key").asString("");
        String project = fields.path("project").path("key").asString(projectOf(key));
        List<IssueLink> links = new ArrayList<>();
        for (JsonNode link : fields.path("issuelinks")) {
            addLink(links, link, key);
        }
        List<String> children = new ArrayList<>();
        fields.path("subtasks").forEach(child -> children.add(child.path("key").asString("?")));
        Fields values = new Fields(
                text(fields.path("created"), ""),
                text(fields.path("updated")),
                text(fields.path("resolutiondate")),
                project,
                fields.path("issuetype").path("name").asString(""),
                text(fields.path("status").path("name")),
                category(fields.path("status").path("statusCategory")),
                text(fields.path("priority").path("name")),
                text(fields.path("resolution").path("name")),
                account(fields.path("assignee")),
                creator(fields),
                epic(fields),
                text(fields.path("duedate")),
                estimate(fields),
                sprintsClosed(fields),
                names(fields.path("components")),
                names(fields.path("fixVersions")),
                strings(fields.path("labels")),
                sprints(fields),
                children,
                links);
        List<History> histories = histories(node.path("changelog").path("histories"));
        return new JiraIssue(node.path("id").asString(key), key, host(node.path("self").asString("")), values,
                log(node.path("changelog"), histories, key), histories, comments(fields.path("comment"), key),
                workLogs(fields.path("worklog"), key),
                PlanReader.read(fields, customFields.getOrDefault("sprint", "")));
    }

    private JiraIssue flat(JsonNode node) {
        String key = node.path("key").asString("");
        List<String> children = strings(node.path("subtasks"));
        Fields values = new Fields(
                text(node.path("created"), ""),
                text(node.path("updated")),
                text(node.path("resolutiondate")),
                text(node.path("project"), projectOf(key)),
                text(node.path("type"), ""),
                text(node.path("status")),
                text(node.path("statusCategory")),
                text(node.path("priority")),
                text(node.path("resolution")),
                account(node.path("assignee")),
                account(node.has("creator") ? node.path("creator") : node.path("reporter")),
                text(node.path("epic")),
                text(node.path("duedate")),
                text(node.path("estimate")),
                null,
                names(node.path("components")),
                names(node.path("fixVersions")),
                strings(node.path("labels")),
                strings(node.path("sprints")),
                children,
                List.of());
        return new JiraIssue(node.path("id").asString(key), key, host(node.path("self").asString("")), values, Log.NONE,
                List.of(), List.of(), List.of(), JiraIssue.Plans.NONE);
    }

    private Log log(JsonNode changelog, List<History> histories, String key) {
        if (!changelog.path("histories").isArray()) {
            return Log.NONE;
        }
        long total = changelog.path("total").asLong(histories.size());
        if (total > histories.size()) {
            troubles.accept(key, "the change log has " + total + " entries and the export holds " + histories.size()
                    + ": what lies between is not known. Perhaps page through /changelog of this issue");
            return Log.PARTIAL;
        }
        return Log.FULL;
    }

    private List<History> histories(JsonNode nodes) {
        List<History> histories = new ArrayList<>();
        for (JsonNode node : nodes) {
            List<Item> items = new ArrayList<>();
            for (JsonNode item : node.path("items")) {
                items.add(new Item(item.path("field").asString("?"), text(item.path("from")),
                        text(item.path("fromString")), text(item.path("to")), text(item.path("toString"))));
            }
            String created = text(node.path("created"), "");
            histories.add(new History(node.path("id").asString(created), account(node.path("author")), created, items));
        }
        return histories;
    }

    private List<Comment> comments(JsonNode node, String key) {
        List<Comment> comments = new ArrayList<>();
        for (JsonNode comment : node.path("comments")) {
            String created = text(comment.path("created"), "");
            comments.add(new Comment(comment.path("id").asString(created), account(comment.path("author")), created));
        }
        paged(node, comments.size(), "comments", key);
        return comments;
    }

    private List<WorkLog> workLogs(JsonNode node, String key) {
        List<WorkLog> logs = new ArrayList<>();
        for (JsonNode log : node.path("worklogs")) {
            String started = text(log.path("started"), text(log.path("created"), ""));
            logs.add(new WorkLog(log.path("id").asString(started), account(log.path("author")), started,
                    log.path("timeSpentSeconds").asLong(0)));
        }
        paged(node, logs.size(), "work logs", key);
        return logs;
    }

    private void paged(JsonNode node, int held, String what, String key) {
        long total = node.path("total").asLong(held);
        if (total > held) {
            troubles.accept(key, "it has more " + what + " than the export holds; the rest is not counted");
        }
    }

    private static void addLink(List<IssueLink> links, JsonNode link, String key) {
        boolean outward = link.has("outwardIssue");
        String phrase = link.path("type").path(outward ? "outward" : "inward").asString("");
        String other = link.path(outward ? "outwardIssue" : "inwardIssue").path("key").asString("");
        String id = link.path("id").asString(key + ">" + other);
        Boolean waits = waits(phrase);
        if (waits != null && !other.isEmpty()) {
            links.add(waits ? new IssueLink(id, other, key) : new IssueLink(id, key, other));
        }
    }

    /** What a link's phrase says: true, the issue waits for the other; false, the other waits for it; null, neither. */
    static @Nullable Boolean waits(String phrase) {
        if (BLOCKS.matcher(phrase).find()) {
            return false;
        }
        return BLOCKED.matcher(phrase).find() ? true : null;
    }

    private @Nullable String epic(JsonNode fields) {
        String id = customFields.get("epic link");
        String linked = id == null ? null : text(fields.path(id));
        if (linked != null) {
            return linked;
        }
        JsonNode parent = fields.path("parent");
        boolean isEpic = parent.path("fields").path("issuetype").path("name").asString("").equalsIgnoreCase("epic");
        return isEpic ? text(parent.path("key")) : null;
    }

    /** Story points where the export names them, else the first time estimate in seconds. */
    private @Nullable String estimate(JsonNode fields) {
        String points = customFields.get("story points");
        String estimate = points == null ? null : text(fields.path(points));
        return estimate == null ? text(fields.path("timeoriginalestimate")) : estimate;
    }

    /** When the last sprint was closed, where the issue is in closed ones only: from then on it is in none. */
    private @Nullable String sprintsClosed(JsonNode fields) {
        String id = customFields.get("sprint");
        String last = null;
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            boolean named = field.getKey().equals(id);
            for (JsonNode value : field.getValue()) {
                String text = value.isString() ? value.asString("") : "";
                boolean old = text.contains("greenhopper.service.sprint.Sprint@");
                if (!old && !isSprint(value, named)) {
                    continue;
                }
                Matcher completed = SPRINT_COMPLETED.matcher(text);
                String closed = old ? (completed.find() ? completed.group(1) : null) : text(value.path("completeDate"));
                if (closed == null || closed.isEmpty()) {
                    return null;
                }
                last = last == null || closed.compareTo(last) > 0 ? closed : last;
            }
        }
        return last;
    }

    static boolean isSprint(JsonNode value, boolean named) {
        return value.isObject() && (named || (value.has("boardId") && value.has("state")));
    }

    private List<String> sprints(JsonNode fields) {
        String id = customFields.get("sprint");
        List<String> sprints = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            boolean named = field.getKey().equals(id);
            for (JsonNode value : field.getValue()) {
                String text = value.isString() ? value.asString("") : "";
                if (text.contains("greenhopper.service.sprint.Sprint@")) {
                    Matcher name = SPRINT_NAME.matcher(text);
                    sprints.add(name.find() ? name.group(1) : "?");
                } else if (isSprint(value, named)) {
                    sprints.add(value.path("name").asString("?"));
                }
            }
        }
        return sprints;
    }

    private @Nullable String creator(JsonNode fields) {
        String creator = account(fields.path("creator"));
        return creator == null ? account(fields.path("reporter")) : creator;
    }

    private static @Nullable String category(JsonNode category) {
        String key = text(category.path("key"));
        return key == null ? text(category.path("name")) : key;
    }

    /** The account's stable name, whichever of its names the tracker gives. */
    private @Nullable String account(JsonNode node) {
        if (node.isString()) {
            return node.asString("");
        }
        String account = firstText(node, List.of("accountId", "key", "name", "emailAddress", "displayName"));
        if (account != null) {
            for (String field : CALLED) {
                String called = text(node.path(field));
                if (called != null && !called.isBlank()) {
                    people.accept(account, called);
                }
            }
        }
        return account;
    }

    private static @Nullable String firstText(JsonNode node, List<String> fields) {
        for (String field : fields) {
            String value = text(node.path(field));
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    private static List<String> names(JsonNode nodes) {
        List<String> names = new ArrayList<>();
        nodes.forEach(node -> names.add(node.isString() ? node.asString("") : node.path("name").asString("?")));
        return names;
    }

    private static List<String> strings(JsonNode nodes) {
        List<String> strings = new ArrayList<>();
        nodes.forEach(node -> strings.add(node.asString("?")));
        return strings;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainer() ? null : node.asString("");
    }

    private static String text(JsonNode node, String otherwise) {
        String text = text(node);
        return text == null ? otherwise : text;
    }

    private static String projectOf(String key) {
        int dash = key.lastIndexOf('-');
        return dash < 0 ? key : key.substring(0, dash);
    }

    private static String host(String self) {
        try {
            String host = self.isEmpty() ? null : URI.create(self).getHost();
            return host == null ? "local" : host;
        } catch (IllegalArgumentException notAnAddress) {
            return "local";
        }
    }
}
