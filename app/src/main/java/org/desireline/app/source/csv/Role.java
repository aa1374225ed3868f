package org.desireline.app.source.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column says. The constants' names in lower case are those of {@code guess.yaml}. */
public enum Role {
    /** Which case, ticket or order a row is about. */
    CASE("caseconceptname", "caseid", "case", "ticketid", "ticketnumber", "ticketno", "ticket", "incidentid",
            "incidentnumber", "incident", "issueid", "issuekey", "issue", "requestid", "orderid", "claimid",
            "applicationid", "processinstanceid", "traceid", "workitemid", "itemid", "taskid", "key", "id", "number"),
    /** What was done. */
    ACTIVITY("conceptname", "activity", "activityname", "activitylabel", "task", "taskname", "eventname", "event",
            "step", "stepname", "action", "operation",
            "ocelactivity"),
    /** When it was done. */
    TIME("timetimestamp", "timestamp", "eventtimestamp", "eventtime", "completetimestamp", "datetime", "time", "date",
            "oceltimestamp", "occurredat", "changedat", "changed", "at"),
    /** When it could have been begun. */
    SCHEDULED("enabledtime", "enabledtimestamp", "enabletime", "enabled", "scheduledtime", "scheduletime",
            "scheduledtimestamp", "scheduled", "queuedat"),
    /** When it was begun. */
    START("starttimestamp", "starttime", "taskstarttimestamp", "taskstarttime", "startdatetime", "startdate", "start",
            "startedat", "started", "begintime", "begin", "timestart"),
    /** When it was ended. */
    END("endtimestamp", "endtime", "taskendtimestamp", "taskendtime", "enddatetime", "enddate", "end", "endedat",
            "ended", "completetimestamp", "completetime", "completedat", "finishtime", "finishedat", "finish",
            "timeend"),
    /** Who did it. */
    RESOURCE("orgresource", "resource", "resourceid", "performer", "performedby", "originator", "user", "userid",
            "username", "actor", "agent", "employee", "worker", "handler", "changedby", "author", "assignee"),
    /** Which transition of the activity a row tells: schedule, start, complete. */
    LIFECYCLE("lifecycletransition", "lifecycle", "lifecyclestate", "transition", "eventtype", "transactiontype"),
    /** Which of several doings of the activity. */
    INSTANCE("conceptinstance", "activityinstanceid", "activityinstance", "instanceid"),
    /** When the item was created. */
    CREATED("created", "createdat", "creationdate", "createddate", "datecreated", "createdon", "createdtime", "opened",
            "openedat", "opendate", "openeddate", "submitted", "submittedat", "reported", "reportedat", "sysopenedat"),
    /** When it was closed. */
    CLOSED("closed", "closedat", "closeddate", "closedate", "dateclosed", "closedon", "resolved", "resolvedat",
            "resolutiondate", "resolveddate", "completed", "completedat", "done", "doneat", "finished"),
    /** When it was last changed. */
    UPDATED("updated", "updatedat", "lastupdated", "lastupdate", "modified", "lastmodified", "updatedon",
            "changeddate"),
    /** Where it stands now, or, with a time, what it came to. */
    STATUS("status", "state", "stage", "currentstatus", "newstatus", "tostatus"),
    /** Who has it now. */
    OWNER("assignee", "assignedto", "owner", "responsible", "handler"),
    /** How it was closed. */
    RESOLUTION("resolution", "closecode", "closurecode"),
    PRIORITY("priority", "prio", "urgency", "casepriority"),
    TYPE("type", "issuetype", "tickettype", "requesttype", "casetype", "category"),
    SEVERITY("severity", "seriousness", "impact"),
    COMPONENT("component", "product", "module", "system", "area"),
    /** When it is due: a day. */
    DUE("due", "duedate", "dueat", "deadline", "targetdate"),
    /** Which promise of a whole, such as a sprint, a row is or belongs to; like all that follow, only where said. */
    PROMISE(),
    /** Whose it is: the team, board or project by which promises of one name are told apart. */
    BOARD(),
    /** When it was promised: a day or a time. */
    PROMISED(),
    /** How much was planned. */
    PLANNED(),
    /** How much of it was delivered. */
    DELIVERED(),
    /** How much more was delivered than planned; below 0: less. */
    DIFFERENCE(),
    /** Of how many parts it is. */
    PARTS(),
    /** How many people were at it. */
    PEOPLE();

    /** The surest first, each between two blanks. */
    private final String spellings;

    Role(String... spellings) {
        this.spellings = " " + String.join(" ", spellings) + " ";
    }

    /** Its name in {@code guess.yaml}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a name, if there is one. */
    public static Optional<Role> of(String label) {
        return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
    }

    /** Whether such a column holds instants. */
    boolean isTime() {
        return switch (this) {
            case TIME, SCHEDULED, START, END, CREATED, CLOSED, UPDATED, PROMISED -> true;
            default -> false;
        };
    }

    /** How sure a name of a column is to mean it, 0 the surest; -1 where it does not. */
    int rank(String column) {
        return spellings.isBlank() ? -1 : spellings.indexOf(" " + column.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "") + " ");
    }
}
