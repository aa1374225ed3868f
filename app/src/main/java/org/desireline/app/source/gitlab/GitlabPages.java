package org.desireline.app.source.gitlab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Says what the records of all documents show, whichever of GitLab's pages they are. Pure. */
final class GitlabPages {

    private static final String DELETED = "ghost";
    private static final Pattern REFERENCE =
            Pattern.compile("([A-Za-z0-9_.-]{1,255}(?:/[A-Za-z0-9_.-]{1,255}){1,30})[#!][1-9][0-9]{0,17}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/]{1,255}/([A-Za-z0-9_.-]{1,255}"
            + "(?:/[A-Za-z0-9_.-]{1,255}){1,30}?)(?:/-)?/(?:issues|merge_requests|work_items)/[1-9][0-9]{0,17}");

    private final ForgeEvents events;
    private final BiConsumer<String, String> people;
    /** By kind and GitLab's own number. */
    private final Map<String, ItemName> items = new HashMap<>();
    private final Map<String, List<Act>> pending = new LinkedHashMap<>();
    private final Set<String> noted = new TreeSet<>();
    private long untimed;

    /**
     * The records of one import.
     *
     * @param events takes what they show
     * @param people hears an account and what its owner is called
     */
    GitlabPages(ForgeEvents events, BiConsumer<String, String> people) {
        this.events = events;
        this.people = people;
    }

    /** Takes a record; answers whether it is of a kind that is known. */
    boolean take(JsonNode record, Place place) {
        String resource = owner(record, "resource_type", "resource_id");
        String noted = owner(record, "noteable_type", "noteable_id");
        if (record.path("approved_by").isArray()) {
            approvals(record, place);
        } else if (resource != null) {
            changed(resource, record, place);
        } else if (noted != null) {
            note(noted, record, place);
        } else if (Nodes.number(record.path("iid")) != null && Nodes.text(record.path("created_at")) != null) {
            shown(record, place);
        } else {
            return false;
        }
        return true;
    }

    /**
     * Hands on what was done to the items that are known by now.
     *
     * @return how much was done to others
     */
    long finish() {
        long nobodys = 0;
        for (Map.Entry<String, List<Act>> acts : pending.entrySet()) {
            ItemName item = items.get(acts.getKey());
            if (item == null) {
                nobodys += acts.getValue().size();
            } else {
                acts.getValue().forEach(act -> events.did(item, act));
            }
        }
        noted.stream().map(items::get).filter(item -> item != null).forEach(events::logIsWhole);
        return nobodys;
    }

    /** How many approvals are told without a time. */
    long untimed() {
        return untimed;
    }

    private static @Nullable String owner(JsonNode record, String type, String id) {
        String kind = Nodes.text(record.path(type));
        String number = Nodes.number(record.path(id));
        return kind == null || number == null ? null
                : (kind.equals("MergeRequest") ? "MergeRequest" : "Issue") + number;
    }

    private void shown(JsonNode record, Place place) {
        boolean request = record.has("source_branch") || record.has("merge_status") || record.has("merged_at");
        String local = (request ? "!" : "#") + Nodes.number(record.path("iid"));
        ItemName item = new ItemName(project(record), local);
        String id = Nodes.number(record.path("id"));
        if (id != null) {
            items.put((request ? "MergeRequest" : "Issue") + id, item);
        }
        Set<String> keys = new TreeSet<>();
        if (request) {
            keys.addAll(Mentions.keys(record.path("title").asString("")));
            keys.addAll(Mentions.keys(record.path("source_branch").asString("")));
        }
        Set<ItemName> closes = request ? Mentions.closed(record.path("description").asString(""), item.project())
                : Set.of();
        Boolean draft = Nodes.truth(record.path("draft"));
        String milestone = Nodes.name(record.path("milestone"), "title");
        JsonNode merger = record.path("merge_user").isObject() ? record.path("merge_user") : record.path("merged_by");
        events.saw(item, new Sight(place, request, Nodes.text(record.path("created_at")),
                Nodes.text(record.path("updated_at")), Nodes.text(record.path("closed_at")),
                Nodes.text(record.path("merged_at")), account(record.path("author")),
                account(record.path("closed_by")), account(merger), state(record),
                record.path("_links").path("closed_as_duplicate_of").isString() ? "duplicate" : null,
                draft == null ? Nodes.truth(record.path("work_in_progress")) : draft, assignees(record),
                Nodes.names(record.path("labels"), "name"),
                record.has("milestone") ? milestone == null ? "" : milestone : null,
                Nodes.text(record.path("due_date")), keys, closes));
    }

    private static String project(JsonNode record) {
        Matcher reference = REFERENCE.matcher(String.valueOf(Nodes.text(record.path("references").path("full"))));
        if (reference.matches() && !Nodes.climbs(reference.group(1))) {
            return reference.group(1);
        }
        Matcher address = ADDRESS.matcher(String.valueOf(Nodes.text(record.path("web_url"))));
        if (address.find() && !Nodes.climbs(address.group(1))) {
            return address.group(1);
        }
        String id = Nodes.number(record.path("project_id"));
        return id == null ? "local" : id;
    }

    private static Sight.@Nullable State state(JsonNode record) {
        return switch (String.valueOf(Nodes.text(record.path("state"))).toLowerCase(Locale.ROOT)) {
            case "opened", "reopened", "locked" -> Sight.State.OPEN;
            case "closed" -> Sight.State.CLOSED;
            case "merged" -> Sight.State.MERGED;
            default -> null;
        };
    }

    private @Nullable List<String> assignees(JsonNode record) {
        JsonNode several = record.path("assignees");
        if (!several.isArray()) {
            String one = account(record.path("assignee"));
            return one != null ? List.of(one) : record.has("assignee") ? List.of() : null;
        }
        List<String> assignees = new ArrayList<>();
        for (JsonNode each : several) {
            String account = account(each);
            if (account != null) {
                assignees.add(account);
            }
        }
        return assignees;
    }

    private @Nullable String account(JsonNode user) {
        String name = Nodes.text(user.path("username"));
        if (name == null || name.equals(DELETED)) {
            return null;
        }
        String account = "gitlab:" + name;
        for (String field : List.of("name", "public_email", "email")) {
            String called = Nodes.text(user.path(field));
            if (called != null && !called.isBlank()) {
                people.accept(account, called);
            }
        }
        return account;
    }

    /** A change of state, label or milestone. */
    private void changed(String owner, JsonNode record, Place place) {
        boolean added = !"remove".equals(Nodes.text(record.path("action")));
        String state = Nodes.text(record.path("state"));
        boolean isLabel = record.has("label");
        boolean isMilestone = record.has("milestone");
        String detail = isLabel ? Nodes.name(record.path("label"), "name")
                : isMilestone ? Nodes.name(record.path("milestone"), "title") : null;
        Kind kind = isLabel ? added ? Kind.LABELED : Kind.UNLABELED
                : isMilestone ? added ? Kind.MILESTONED : Kind.DEMILESTONED
                : switch (state == null ? "" : state) {
                    case "closed" -> Kind.CLOSED;
                    case "reopened", "opened" -> Kind.REOPENED;
                    case "merged" -> Kind.MERGED;
                    default -> Kind.OTHER;
                };
        String what = isLabel ? "label" : isMilestone ? "milestone" : "state";
        boolean isGone = detail == null && (isLabel || isMilestone);
        act(owner, what + "Event:" + Nodes.text(record.path("id")), isGone ? Kind.OTHER : kind, record, place,
                account(record.path("user")), detail == null ? kind == Kind.OTHER || isGone ? what : "" : detail);
    }

    private void note(String owner, JsonNode record, Place place) {
        noted.add(owner);
        String id = "note:" + Nodes.text(record.path("id"));
        String by = account(record.path("author"));
        if (!Boolean.TRUE.equals(Nodes.truth(record.path("system")))) {
            boolean isReview = "DiffNote".equals(Nodes.text(record.path("type")));
            act(owner, id, isReview ? Kind.REMARKED : Kind.COMMENTED, record, place, by, "");
            return;
        }
        int n = 0;
        for (SystemNotes.Told told : SystemNotes.read(record.path("body").asString(""))) {
            act(owner, n == 0 ? id : id + ":" + n, told.kind(), record, place, by,
                    told.account() == null ? "" : "gitlab:" + told.account());
            n++;
        }
    }

    private void approvals(JsonNode record, Place place) {
        String id = Nodes.number(record.path("id"));
        for (JsonNode approval : record.path("approved_by")) {
            String at = Nodes.text(approval.path("approved_at"));
            if (id == null || at == null) {
                untimed++;
            } else {
                // A note tells of the same approval under another id.
                pending.computeIfAbsent("MergeRequest" + id, none -> new ArrayList<>()).add(new Act(
                        Act.TIMED_APPROVAL + at, Kind.APPROVED, place, at, account(approval.path("user")), ""));
            }
        }
    }

    private void act(
            String owner, String id, Kind kind, JsonNode record, Place place, @Nullable String by, String detail) {
        String at = Nodes.text(record.path("created_at"));
        pending.computeIfAbsent(owner, none -> new ArrayList<>())
                .add(new Act(id, kind, place, at == null ? "" : at, by, detail));
    }
}
