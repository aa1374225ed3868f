package org.desireline.app.source.jira;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.app.source.files.Beginning;
import org.desireline.app.source.files.CsvRows;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.files.Document;
import org.desireline.app.source.files.DocumentReader;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/** Issues of Jira as the CSV that a person can export by hand. It holds the present, and no past. */
public final class JiraCsvReader implements DocumentReader {

    private final Delivery delivery;
    private final JiraEvents events;
    private CsvRows.@Nullable Start start;

    /** A reader of one import. */
    public JiraCsvReader(Delivery delivery) {
        this.delivery = delivery;
        this.events = new JiraEvents(delivery.tokens(), delivery.events(), delivery.troubles());
    }

    @Override
    public String name() {
        return "jira";
    }

    @Override
    public String reads() {
        return "Jira's CSV (all fields)";
    }

    @Override
    public boolean understands(Beginning beginning) {
        CsvRows.Start begins = beginning.isJson() ? null : CsvRows.start(beginning);
        start = begins != null && CsvIssue.isHeader(begins.header()) ? begins : null;
        return start != null;
    }

    @Override
    public long read(Document document, InputStream in) throws IOException {
        CsvRows.Start begins = start;
        if (begins == null) {
            throw new IllegalStateException(document.pointer() + " was not understood.");
        }
        List<CsvIssue> issues = new ArrayList<>();
        long[] nameless = new long[1];
        CsvRows.read(document, in, begins, (line, row) -> {
            CsvIssue issue = CsvIssue.of(begins.header(), row);
            if (issue.key() == null) {
                nameless[0]++;
            } else {
                issues.add(issue);
            }
        }, delivery);
        if (nameless[0] > 0) {
            delivery.trouble(Severity.ERROR, document.pointer(), "rows without a key; left out", nameless[0]);
        }
        translate(issues, document);
        return issues.size();
    }

    private void translate(List<CsvIssue> issues, Document document) {
        List<String> dates = new ArrayList<>();
        List<String[]> ordered = new ArrayList<>();
        Map<String, CsvIssue> known = new HashMap<>();
        for (CsvIssue issue : issues) {
            dates.addAll(issue.dates());
            ordered.addAll(issue.ordered());
            known.put(issue.id(), issue);
            known.put(String.valueOf(issue.key()), issue);
        }
        WrittenDates order = WrittenDates.of(dates, ordered);
        if (!order.isTold()) {
            delivery.trouble(Severity.WARNING, document.pointer(), "no date tells whether the day or the month stands"
                    + " first: read as " + (order.dayFirst() ? "day, month" : "month, day") + ". Perhaps export with"
                    + " dates such as 2021-03-12", dates.size());
        }
        delivery.trouble(Severity.NOTE, document.pointer(), "the export says no zone: its dates are read as UTC", 1);
        Map<String, List<String>> children = new TreeMap<>();
        Map<String, String> epics = new HashMap<>();
        for (CsvIssue issue : issues) {
            CsvIssue parent = issue.parent() == null ? null : known.get(issue.parent());
            if (parent != null && parent.isEpic()) {
                epics.put(String.valueOf(issue.key()), String.valueOf(parent.key()));
            } else if (parent != null) {
                children.computeIfAbsent(String.valueOf(parent.key()), none -> new ArrayList<>())
                        .add(String.valueOf(issue.key()));
            }
        }
        for (CsvIssue issue : issues) {
            String key = String.valueOf(issue.key());
            called(issue, "assignee");
            called(issue, "creator");
            called(issue, "reporter");
            events.issue(issue.issue(order, epics.get(key), children.getOrDefault(key, List.of())),
                    document.pointer(), document.newestMillis());
        }
    }

    private void called(CsvIssue issue, String role) {
        String account = issue.one(role + " id");
        String name = issue.one(role);
        if (account != null && name != null) {
            delivery.called("jira:" + account, name);
        }
    }

    @Override
    public void finish() {
        events.finish();
    }
}
