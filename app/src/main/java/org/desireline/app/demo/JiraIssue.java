package org.desireline.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.desireline.world.Change;
import org.desireline.world.Change.What;
import org.desireline.world.Person;
import org.desireline.world.WorkItem;
import org.desireline.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One item in the shape of a Jira issue: its fields as they stand at the end, and the history that led there. */
final class JiraIssue {

    /** Jira's own numbers, so far as it ships with them; 1xxxx are what an administrator adds. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("Blocker", "1"), Map.entry("Critical", "2"), Map.entry("Major", "3"), Map.entry("Minor", "4"),
            Map.entry("Bug", "1"), Map.entry("Task", "3"), Map.entry("Story", "10001"),
            Map.entry("To Do", "10000"), Map.entry("In Progress", "3"), Map.entry("Reopened", "4"),
            Map.entry("In Review", "10002"), Map.entry("Blocked", "10003"), Map.entry("Done", "10004"));

    private static final Map<String, String> RESOLUTION_IDS = Map.of("Done", "10000", "Won't Do", "10001");

    /** Jira keeps a day as the midnight that begins it. */
    private static final String MIDNIGHT = " 00:00:00.0";

    private static final String PROJECT_ID = "10100";
    private static final String LINK_TYPE = "Blocks";
    private static final String LINK_TYPE_ID = "10000";
    private static final int FIRST_ID = 10_000;

    /** Room for the entries of one item, so that no two entries of a page share an id. */
    private static final long ENTRIES = 1000;

    /** More than the items of a world, so that the number of either end can be read off a link's id. */
    private static final long LINKS = 100_000;

    private final JsonMapper json;
    private final World world;

    JiraIssue(JsonMapper json, World world) {
        this.json = json;
        this.world = world;
    }

    /** Where an item stands after its last change. */
    private static final class End {
        String status = WorkItem.FIRST_STATUS;
        String priority;
        int owner = World.NOBODY;
        @Nullable String resolution;
        long resolvedMillis;
        @Nullable LocalDate due;

        End(String priority) {
            this.priority = priority;
        }
    }

    ObjectNode node(WorkItem item) {
        ObjectNode issue = json.createObjectNode();
        issue.put("expand", "renderedFields,names,schema,transitions,operations,editmeta,changelog");
        issue.put("id", id(item)).put("self", JiraFiles.HOST + "issue/" + id(item)).put("key", key(item));
        ObjectNode fields = issue.putObject("fields");
        ArrayNode histories = json.createArrayNode();
        End end = new End(item.priority());
        for (int i = 0; i < item.changes().size(); i++) {
            Change change = item.changes().get(i);
            ArrayNode entries = entries(item, change, end);
            if (!entries.isEmpty()) {
                ObjectNode history = histories.addObject();
                history.put("id", entryId(item, i));
                history.set("author", person(change.actor()));
                history.put("created", JiraFiles.date(change.atMillis()));
                history.set("items", entries);
            }
        }
        fill(fields, item, end);
        ObjectNode changelog = issue.putObject("changelog");
        changelog.put("startAt", 0).put("maxResults", histories.size()).put("total", histories.size());
        changelog.set("histories", histories);
        return issue;
    }

    private void fill(ObjectNode fields, WorkItem item, End end) {
        fields.put("summary", item.component() + ": " + item.type() + " no. " + item.number());
        fields.set("issuetype", named("issuetype", item.type()).put("subtask", false));
        fields.putObject("project").put("self", JiraFiles.HOST + "project/" + PROJECT_ID).put("id", PROJECT_ID)
                .put("key", item.project()).put("name", world.name());
        fields.put("created", JiraFiles.date(item.createdMillis()));
        fields.put("updated", JiraFiles.date(item.updatedMillis()));
        fields.set("status", status(end.status));
        fields.set("priority", named("priority", end.priority));
        if (end.resolution == null) {
            fields.putNull("resolution").putNull("resolutiondate");
        } else {
            fields.putObject("resolution").put("id", resolutionId(end.resolution)).put("name", end.resolution);
            fields.put("resolutiondate", JiraFiles.date(end.resolvedMillis));
        }
        if (end.owner == World.NOBODY) {
            fields.putNull("assignee");
        } else {
            fields.set("assignee", person(end.owner));
        }
        fields.set("creator", person(item.creator()));
        fields.set("reporter", person(item.creator()));
        fields.putArray("components").addObject().put("id", componentId(item)).put("name", item.component());
        ArrayNode labels = fields.putArray("labels");
        item.labels().forEach(labels::add);
        fields.putArray("fixVersions");
        fields.put("duedate", day(end.due, ""));
        if (item.estimateSeconds() == 0) {
            fields.putNull("timeoriginalestimate");
        } else {
            fields.put("timeoriginalestimate", item.estimateSeconds());
        }
        fields.set("issuelinks", links(item));
        fields.putArray("subtasks");
        comments(fields.putObject("comment"), item);
        workLogs(fields.putObject("worklog"), item);
    }

    /** What a change writes into the history: comments and work logs leave nothing there. */
    private ArrayNode entries(WorkItem item, Change change, End end) {
        ArrayNode entries = json.createArrayNode();
        switch (change.what()) {
            case What.Status move -> {
                entry(entries, "status", id(move.from()), move.from(), id(move.to()), move.to());
                resolve(entries, change.atMillis(), move.resolution(), end);
                end.status = move.to();
            }
            case What.Assignee hands -> {
                entry(entries, "assignee", account(hands.from()), name(hands.from()),
                        account(hands.to()), name(hands.to()));
                end.owner = hands.to();
            }
            case What.Priority rank -> {
                entry(entries, "priority", id(rank.from()), rank.from(), id(rank.to()), rank.to());
                end.priority = rank.to();
            }
            case What.Blocks link -> entry(entries, "Link", null, null,
                    key(item, link.number()), "This issue blocks " + key(item, link.number()));
            case What.BlockedBy link -> entry(entries, "Link", null, null,
                    key(item, link.number()), "This issue is blocked by " + key(item, link.number()));
            case What.Due promise -> {
                entry(entries, "duedate", day(promise.from(), ""), day(promise.from(), MIDNIGHT),
                        day(promise.to(), ""), day(promise.to(), MIDNIGHT));
                end.due = promise.to();
            }
            case What.Comment _, What.WorkLog _, What.Commit _ -> { }
        }
        return entries;
    }

    /** A resolution comes with the move that closes the item and goes with the one that opens it again. */
    private static void resolve(ArrayNode entries, long atMillis, @Nullable String resolution, End end) {
        String before = end.resolution;
        if (before == null && resolution == null) {
            return;
        }
        entry(entries, "resolution", before == null ? null : resolutionId(before), before,
                resolution == null ? null : resolutionId(resolution), resolution);
        end.resolution = resolution;
        end.resolvedMillis = atMillis;
    }

    private static @Nullable String day(@Nullable LocalDate day, String time) {
        return day == null ? null : day + time;
    }

    private static void entry(ArrayNode entries, String field, @Nullable String from, @Nullable String fromString,
            @Nullable String to, @Nullable String toString) {
        entries.addObject().put("field", field).put("fieldtype", "jira")
                .put("from", from).put("fromString", fromString).put("to", to).put("toString", toString);
    }

    private ArrayNode links(WorkItem item) {
        ArrayNode links = json.createArrayNode();
        int number = item.number();
        for (Change change : item.changes()) {
            switch (change.what()) {
                case What.Blocks to -> link(links, item, linkId(number, to.number()), to.number(), "outwardIssue");
                case What.BlockedBy by -> link(links, item, linkId(by.number(), number), by.number(), "inwardIssue");
                case What.Status _, What.Assignee _, What.Priority _, What.Due _ -> { }
                case What.Comment _, What.WorkLog _, What.Commit _ -> { }
            }
        }
        return links;
    }

    /** The same id at both ends of a link. */
    private static long linkId(int blocker, int blocked) {
        return blocker * LINKS + blocked;
    }

    private static void link(ArrayNode links, WorkItem item, long linkId, int number, String side) {
        ObjectNode link = links.addObject().put("id", Long.toString(linkId));
        link.putObject("type").put("id", LINK_TYPE_ID).put("name", LINK_TYPE)
                .put("inward", "is blocked by").put("outward", "blocks");
        String id = Integer.toString(FIRST_ID + number);
        link.putObject(side).put("id", id).put("key", key(item, number)).put("self", JiraFiles.HOST + "issue/" + id);
    }

    private void comments(ObjectNode comment, WorkItem item) {
        ArrayNode comments = comment.putArray("comments");
        for (int i = 0; i < item.changes().size(); i++) {
            Change change = item.changes().get(i);
            if (change.what() instanceof What.Comment remark) {
                signed(comments.addObject(), item, i, "comment").put("body", remark.text());
            }
        }
        comment.put("maxResults", comments.size()).put("total", comments.size()).put("startAt", 0);
    }

    private void workLogs(ObjectNode worklog, WorkItem item) {
        ArrayNode logs = json.createArrayNode();
        for (int i = 0; i < item.changes().size(); i++) {
            Change change = item.changes().get(i);
            if (change.what() instanceof What.WorkLog log) {
                signed(logs.addObject(), item, i, "worklog")
                        .put("comment", "")
                        .put("started", JiraFiles.date(change.atMillis() - log.seconds() * 1000))
                        .put("timeSpent", log.seconds() / 60 + "m")
                        .put("timeSpentSeconds", log.seconds());
            }
        }
        worklog.put("startAt", 0).put("maxResults", Math.max(20, logs.size())).put("total", logs.size());
        worklog.set("worklogs", logs);
    }

    private ObjectNode signed(ObjectNode node, WorkItem item, int change, String kind) {
        Change by = item.changes().get(change);
        String id = entryId(item, change);
        node.put("self", JiraFiles.HOST + "issue/" + id(item) + "/" + kind + "/" + id).put("id", id);
        node.set("author", person(by.actor()));
        node.set("updateAuthor", person(by.actor()));
        return node.put("created", JiraFiles.date(by.atMillis())).put("updated", JiraFiles.date(by.atMillis()));
    }

    private ObjectNode status(String status) {
        ObjectNode node = named("status", status);
        ObjectNode category = node.putObject("statusCategory");
        switch (status) {
            case "To Do", "Reopened" -> category.put("id", 2).put("key", "new").put("name", "To Do");
            case "Done" -> category.put("id", 3).put("key", "done").put("name", "Done");
            default -> category.put("id", 4).put("key", "indeterminate").put("name", "In Progress");
        }
        return node;
    }

    private ObjectNode named(String kind, String name) {
        return json.createObjectNode().put("self", JiraFiles.HOST + kind + "/" + id(name)).put("id", id(name))
                .put("name", name);
    }

    private ObjectNode person(int index) {
        Person person = world.people().get(index);
        return json.createObjectNode()
                .put("self", JiraFiles.HOST + "user?username=" + person.account())
                .put("name", person.account())
                .put("emailAddress", address(person))
                .put("displayName", person.name())
                .put("active", true);
    }

    private @Nullable String account(int index) {
        return index == World.NOBODY ? null : world.people().get(index).account();
    }

    private @Nullable String name(int index) {
        return index == World.NOBODY ? null : world.people().get(index).name();
    }

    private String componentId(WorkItem item) {
        List<String> teams = world.people().stream().map(Person::team).distinct().sorted().toList();
        return Integer.toString(FIRST_ID + 200 + teams.indexOf(item.component()));
    }

    private static String id(String name) {
        String id = IDS.get(name);
        if (id == null) {
            throw new IllegalArgumentException("No Jira id for '" + name + "', only for " + IDS.keySet().stream()
                    .sorted().toList() + ". Perhaps the world has a new status, priority or type.");
        }
        return id;
    }

    private static String resolutionId(String resolution) {
        String id = RESOLUTION_IDS.get(resolution);
        if (id == null) {
            throw new IllegalArgumentException("No Jira id for the resolution '" + resolution
                    + "'. Perhaps the world has a new one.");
        }
        return id;
    }

    private static String id(WorkItem item) {
        return Integer.toString(FIRST_ID + item.number());
    }

    /** Where somebody gets mail. */
    static String address(Person person) {
        return person.account() + "@riverbank.example";
    }

    /** What people call an item. */
    static String key(WorkItem item) {
        return key(item, item.number());
    }

    private static String key(WorkItem item, int number) {
        return item.project() + "-" + number;
    }

    private static String entryId(WorkItem item, int change) {
        return Long.toString(item.number() * ENTRIES + change + 100_000);
    }
}
