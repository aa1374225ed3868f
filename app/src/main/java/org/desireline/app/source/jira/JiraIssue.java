package org.desireline.app.source.jira;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An issue as an export shows it, whatever the shape of the export. Instants are texts as written; people are account
 * names.
 *
 * @param id native id, or the key where there is none
 * @param key present key
 * @param host host of the tracker, or {@code local}
 * @param fields present values
 * @param log what is known of its past
 * @param histories the change log, in any order
 * @param comments comments
 * @param workLogs logged work
 * @param plans the days that the releases and sprints it is in are planned for
 */
record JiraIssue(
        String id,
        String key,
        String host,
        Fields fields,
        Log log,
        List<History> histories,
        List<Comment> comments,
        List<WorkLog> workLogs,
        Plans plans) {

    /** What an export says of an issue's past. */
    enum Log { FULL, PARTIAL, NONE }

    /**
     * Present values; null or empty where there is none. {@code sprintsClosed}: when the last of only closed sprints
     * was.
     */
    record Fields(
            String created,
            @Nullable String updated,
            @Nullable String resolved,
            String project,
            String type,
            @Nullable String status,
            @Nullable String statusCategory,
            @Nullable String priority,
            @Nullable String resolution,
            @Nullable String assignee,
            @Nullable String creator,
            @Nullable String epic,
            @Nullable String due,
            @Nullable String estimate,
            @Nullable String sprintsClosed,
            List<String> components,
            List<String> fixVersions,
            List<String> labels,
            List<String> sprints,
            List<String> children,
            List<IssueLink> links) {}

    /**
     * What an export tells of the days of plans.
     *
     * @param releaseDays by name of the version; those without a day left out
     * @param sprintIds the present sprints by their ids
     * @param sprintDays by id of the sprint, the day its end is planned for; those without left out
     */
    record Plans(Map<String, String> releaseDays, List<String> sprintIds, Map<String, String> sprintDays) {

        /** Nothing is told. */
        static final Plans NONE = new Plans(Map.of(), List.of(), Map.of());
    }

    /** A present link; blocking only. */
    record IssueLink(String id, String blockerKey, String blockedKey) {}

    /** A change of some fields at one time. */
    record History(String id, @Nullable String author, String created, List<Item> items) {}

    /** A change of one field: ids and texts, before and after. */
    record Item(
            String field, @Nullable String from, @Nullable String fromText, @Nullable String to,
                    @Nullable String toText) {}

    /** A comment, its text left out. */
    record Comment(String id, @Nullable String author, String created) {}

    /** Work logged. */
    record WorkLog(String id, @Nullable String author, String started, long seconds) {}
}
