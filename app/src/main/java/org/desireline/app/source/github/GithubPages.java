package org.desireline.app.source.github;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.app.source.files.Instants;
import org.desireline.app.source.forge.Act;
import org.desireline.app.source.forge.Act.Kind;
import org.desireline.app.source.forge.ForgeEvents;
import org.desireline.app.source.forge.ItemName;
import org.desireline.app.source.forge.Mentions;
import org.desireline.app.source.forge.Nodes;
import org.desireline.app.source.forge.Place;
import org.desireline.app.source.forge.Sight;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says what the records of one document show, whichever of GitHub's pages it is. Pure.
 *
 * <p>The timeline of an item names it in some entries only: those of the others are kept until the end of the document,
 * and belong to the one item that the others name, else to the number in the document's name.
 */
final class GithubPages {

    private static final Pattern PATH = Pattern.compile(
            "(?:/repos)?/([A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100})/(?:issues|pulls?)/([1-9][0-9]{0,17})(?![0-9])");
    private static final Pattern REPOSITORY =
            Pattern.compile("/repos/([A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100})(?:/|$)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}");
    private static final Pattern LAST_NUMBER = Pattern.compile("([1-9][0-9]{0,17})[^0-9/!]*$");
    private static final String LOCAL = "local";

    /** What says that somebody was told, or that a commit somewhere names the item: nothing was done to it. */
    private static final Set<String> NO_ACTS = Set.of("mentioned", "subscribed", "unsubscribed", "referenced",
            "cross-referenced", "connected", "disconnected", "line-commented", "commit-commented", "comment_deleted");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("assigned", Kind.ASSIGNED), Map.entry("unassigned", Kind.UNASSIGNED),
            Map.entry("labeled", Kind.LABELED), Map.entry("unlabeled", Kind.UNLABELED),
            Map.entry("milestoned", Kind.MILESTONED), Map.entry("demilestoned", Kind.DEMILESTONED),
            Map.entry("closed", Kind.CLOSED), Map.entry("reopened", Kind.REOPENED), Map.entry("merged", Kind.MERGED),
            Map.entry("convert_to_draft", Kind.DRAFTED), Map.entry("converted_to_draft", Kind.DRAFTED),
            Map.entry("ready_for_review", Kind.READIED), Map.entry("review_requested", Kind.REVIEW_REQUESTED),
            Map.entry("review_dismissed", Kind.DISMISSED), Map.entry("head_ref_force_pushed", Kind.PUSHED));

    private final ForgeEvents events;
    private final Accounts accounts;
    private final Place place;
    private final List<Act> unnamed = new ArrayList<>();
    private final TreeSet<ItemName> named = new TreeSet<>();
    private final TreeSet<String> repositories = new TreeSet<>();
    private boolean timeline;

    /**
     * The records of one document.
     *
     * @param events takes what they show
     */
    GithubPages(ForgeEvents events, Accounts accounts, Place place) {
        this.events = events;
        this.accounts = accounts;
        this.place = place;
    }

    /**
     * Takes a record.
     *
     * @param list the list of an archive that it stands in, or empty
     * @param around what the archive says of itself
     * @return whether it is of a kind that is known
     */
    boolean take(JsonNode record, String list, JsonNode around) {
        if (!record.isObject()) {
            return false;
        }
        if (record.path("event").isString()) {
            event(record);
        } else if (record.path("pull_request_url").isString() && !record.has("number")) {
            ofPull(record);
        } else if (record.path("issue_url").isString() && !record.has("number")) {
            comment(item(record, "issue_url"), record, "comment:", "");
        } else if (Nodes.number(record.path("number")) != null && isItem(record)) {
            shown(record, list.equals("pulls"), around);
        } else if (record.path("sha").isString() && record.path("commit").isObject()) {
            commit(record, record.path("commit"));
        } else {
            return false;
        }
        return true;
    }

    private static boolean isItem(JsonNode record) {
        return Nodes.text(record, "created_at", "createdAt", "updatedAt", "closedAt", "mergedAt", "state", "url")
                != null || record.path("reviews").isArray() || record.path("comments").isArray();
    }

    /** Hands on the acts that name no item themselves; answers how many belong to none. */
    long finish() {
        ItemName item = named.size() == 1 ? named.first() : byName();
        if (item == null) {
            return unnamed.size();
        }
        unnamed.forEach(act -> events.did(item, act));
        if (timeline) {
            events.logIsWhole(item);
        }
        return 0;
    }

    private @Nullable ItemName byName() {
        Matcher number = LAST_NUMBER.matcher(place.pointer());
        if (!number.find() || named.size() > 1 || repositories.size() > 1) {
            return null;
        }
        return new ItemName(repositories.isEmpty() ? LOCAL : repositories.first(), "#" + number.group(1));
    }

    /** Whatever is shown of an issue or a pull request. */
    private ItemName shown(JsonNode record, boolean inPulls, JsonNode around) {
        ItemName item = named(record, around);
        boolean request = inPulls || record.path("pull_request").isObject() || record.path("head").isObject()
                || record.has("headRefName") || record.has("mergedAt") || record.has("merged_at")
                || record.has("isDraft") || record.path("reviews").isArray();
        JsonNode pull = record.path("pull_request");
        String merged = Nodes.text(record, "merged_at", "mergedAt");
        String state = Nodes.text(record.path("state"));
        String reason = Nodes.word(Nodes.text(record, "state_reason", "stateReason"));
        Set<String> keys = new TreeSet<>();
        Set<ItemName> closes = new TreeSet<>();
        if (request) {
            for (JsonNode text : List.of(record.path("title"), record.path("headRefName"),
                    record.path("head").path("ref"))) {
                keys.addAll(Mentions.keys(text.asString("")));
            }
            closes.addAll(Mentions.closed(record.path("body").asString(""), item.project()));
            for (JsonNode closed : record.path("closingIssuesReferences")) {
                if (Nodes.number(closed.path("number")) != null) {
                    closes.add(named(closed, around));
                }
            }
        }
        events.saw(item, new Sight(place, request,
                Nodes.text(record, "created_at", "createdAt"), Nodes.text(record, "updated_at", "updatedAt"),
                Nodes.text(record, "closed_at", "closedAt"),
                merged == null ? Nodes.text(pull.path("merged_at")) : merged,
                account(record, "user", "author"), account(record, "closed_by"),
                account(record, "merged_by", "mergedBy"), state(state), "reopened".equals(reason) ? null : reason,
                truth(record, "draft", "isDraft"), assignees(record), Nodes.names(record.path("labels"), "name"),
                record.has("milestone") ? milestone(record.path("milestone")) : null, null, keys, closes));
        inside(item, record);
        return item;
    }

    /** Reviews, comments and commits that stand in the item itself, as archives and gh have them. */
    private void inside(ItemName item, JsonNode record) {
        for (JsonNode review : record.path("reviews")) {
            review(item, review);
        }
        Map<String, Integer> sameTime = new HashMap<>();
        for (JsonNode comment : record.path("comments")) {
            String at = Nodes.text(comment, "createdAt", "created_at");
            String id = Accounts.id(comment);
            if (comment.isObject()) {
                String ordinal = at + ":" + sameTime.merge(String.valueOf(at), 1, Integer::sum);
                act(item, id == null ? "comment@" + ordinal : "comment:" + id, Kind.COMMENTED, at,
                        account(comment, "user", "author"), "");
            }
        }
        for (JsonNode commit : record.path("commits")) {
            String sha = Nodes.text(commit.path("oid"));
            if (sha != null) {
                act(item, "commit:" + sha, Kind.COMMITTED, Nodes.text(commit.path("authoredDate")),
                        accounts.author(commit.path("authors").path(0)), recorded(commit.path("committedDate")));
            }
        }
    }

    private void ofPull(JsonNode record) {
        ItemName item = item(record, "pull_request_url");
        if (record.has("submitted_at") || record.path("state").isString()) {
            review(item, record);
        } else {
            String review = Nodes.number(record.path("pull_request_review_id"));
            comment(item, record, "reviewComment:", review == null ? "" : "review:" + review);
        }
    }

    private void comment(@Nullable ItemName item, JsonNode record, String kind, String detail) {
        act(item, kind + Accounts.id(record), Kind.COMMENTED, Nodes.text(record, "created_at", "createdAt"),
                account(record, "user", "actor", "author"), detail);
    }

    /** One that is not handed in yet has no time, and is nobody else's to see. */
    private void review(@Nullable ItemName item, JsonNode record) {
        String state = String.valueOf(Nodes.text(record.path("state"))).toUpperCase(Locale.ROOT);
        String at = Nodes.text(record, "submitted_at", "submittedAt", "createdAt");
        if (!record.isObject() || state.equals("PENDING")) {
            return;
        }
        Kind kind = switch (state) {
            case "APPROVED" -> Kind.APPROVED;
            case "CHANGES_REQUESTED" -> Kind.CHANGES_REQUESTED;
            default -> Kind.REMARKED;
        };
        act(item, "review:" + Accounts.id(record), kind, at, account(record, "user", "author"), "");
    }

    private void commit(JsonNode record, JsonNode commit) {
        String account = accounts.of(record.path("author"));
        String at = Nodes.text(commit.path("author").path("date"));
        give(null, new Act("commit:" + Nodes.text(record.path("sha")), Kind.COMMITTED, place, at == null ? "" : at,
                account == null ? accounts.author(commit.path("author")) : account,
                recorded(commit.path("committer").path("date"))), record);
    }

    private static String recorded(JsonNode date) {
        Long at = Instants.millis(String.valueOf(Nodes.text(date)));
        return at == null ? "" : Long.toString(at);
    }

    private void event(JsonNode record) {
        String event = record.path("event").asString("");
        JsonNode issue = record.path("issue");
        ItemName item = null;
        boolean amongAll = issue.isObject() && Nodes.number(issue.path("number")) != null;
        if (amongAll) {
            item = shown(issue, false, issue);
        } else {
            timeline = true;
        }
        switch (event) {
            case "reviewed" -> review(item(record, "pull_request_url"), record);
            case "commented" -> comment(item == null ? item(record, "issue_url") : item, record, "comment:", "");
            case "committed" -> commit(record, record);
            default -> {
                if (!NO_ACTS.contains(event)) {
                    changed(item, record, event, amongAll);
                }
            }
        }
    }

    /** Of an assignment the actor is whoever it was assigned to; who did it stands apart. */
    private void changed(@Nullable ItemName item, JsonNode record, String event, boolean amongAll) {
        Kind kind = KINDS.getOrDefault(event, Kind.OTHER);
        String detail = switch (kind) {
            case ASSIGNED, UNASSIGNED -> accounts.of(record.path("assignee"));
            case LABELED, UNLABELED -> Nodes.name(record.path("label"), "name");
            case MILESTONED, DEMILESTONED -> Nodes.name(record.path("milestone"), "title");
            case CLOSED -> Nodes.word(Nodes.text(record.path("state_reason")));
            case OTHER -> Nodes.word(event);
            default -> null;
        };
        boolean needsDetail = switch (kind) {
            case ASSIGNED, UNASSIGNED, LABELED, UNLABELED, MILESTONED, DEMILESTONED -> true;
            default -> false;
        };
        boolean isEmpty = detail == null && needsDetail;
        String word = isEmpty ? String.valueOf(Nodes.word(event)) : detail == null ? "" : detail;
        String by = account(record, "assigner", "review_requester", "actor");
        Act act = new Act("event:" + Accounts.id(record), isEmpty ? Kind.OTHER : kind, place,
                String.valueOf(Nodes.text(record.path("created_at"))), by, kind == Kind.OTHER && word.isEmpty()
                ? "unknown" : word);
        if (amongAll && item != null) {
            events.didAmongAll(item, act);
        } else {
            give(item, act, record);
        }
    }

    private void act(
            @Nullable ItemName item, String id, Kind kind, @Nullable String at, @Nullable String by, String detail) {
        give(item, new Act(id, kind, place, at == null ? "" : at, by, detail), null);
    }

    private void give(@Nullable ItemName item, Act act, @Nullable JsonNode record) {
        if (item != null) {
            events.did(item, act);
            return;
        }
        Matcher repository = record == null ? null
                : REPOSITORY.matcher(String.valueOf(Nodes.text(record.path("url"))));
        if (repository != null && repository.find()) {
            repositories.add(repository.group(1));
        }
        unnamed.add(act);
    }

    /** The item whose address a field holds, or null. */
    private @Nullable ItemName item(JsonNode record, String field) {
        Matcher path = PATH.matcher(String.valueOf(Nodes.text(record.path(field))));
        if (!path.find() || Nodes.climbs(path.group(1))) {
            return null;
        }
        ItemName item = new ItemName(path.group(1), "#" + path.group(2));
        named.add(item);
        return item;
    }

    /** The name of an item, its repository found in an address, or in what the archive or the record says of itself. */
    private ItemName named(JsonNode record, JsonNode around) {
        String local = "#" + Nodes.number(record.path("number"));
        for (String field : List.of("url", "html_url", "issue_url")) {
            Matcher path = PATH.matcher(String.valueOf(Nodes.text(record.path(field))));
            if (path.find() && local.equals("#" + path.group(2)) && !Nodes.climbs(path.group(1))) {
                return new ItemName(path.group(1), local);
            }
        }
        for (JsonNode repository : List.of(around.path("repo"), record.path("baseRepository"),
                record.path("repository"), record.path("repo"))) {
            String name = Nodes.text(repository.isObject() ? repository.path("nameWithOwner") : repository);
            String other = name == null ? Nodes.text(repository.path("full_name")) : name;
            if (other != null && NAME.matcher(other).matches() && !Nodes.climbs(other)) {
                return new ItemName(other, local);
            }
        }
        return new ItemName(LOCAL, local);
    }

    private @Nullable String account(JsonNode record, String... fields) {
        for (String field : fields) {
            String account = accounts.of(record.path(field));
            if (account != null) {
                return account;
            }
        }
        return null;
    }

    private @Nullable List<String> assignees(JsonNode record) {
        JsonNode several = record.path("assignees");
        if (!several.isArray()) {
            String one = accounts.of(record.path("assignee"));
            return one != null ? List.of(one) : record.has("assignee") ? List.of() : null;
        }
        List<String> assignees = new ArrayList<>();
        for (JsonNode each : several) {
            String account = accounts.of(each);
            if (account != null) {
                assignees.add(account);
            }
        }
        return assignees;
    }

    private static String milestone(JsonNode node) {
        String title = Nodes.name(node, "title");
        return title == null ? "" : title;
    }

    private static @Nullable Boolean truth(JsonNode record, String field, String other) {
        return Nodes.truth(record.has(field) ? record.path(field) : record.path(other));
    }

    private static Sight.@Nullable State state(@Nullable String state) {
        return switch (state == null ? "" : state.toUpperCase(Locale.ROOT)) {
            case "OPEN" -> Sight.State.OPEN;
            case "CLOSED" -> Sight.State.CLOSED;
            case "MERGED" -> Sight.State.MERGED;
            default -> null;
        };
    }
}
