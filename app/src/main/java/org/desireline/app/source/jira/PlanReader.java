package org.desireline.app.source.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the days of releases and sprints out of an issue's fields. Pure. */
final class PlanReader {

    private static final int DAY_CHARS = 10;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final String OLD_SPRINT = "greenhopper.service.sprint.Sprint@";
    private static final Pattern ID = Pattern.compile("[\\[,]id=(\\d+)");
    private static final Pattern END = Pattern.compile("[\\[,]endDate=(\\d{4}-[^,\\]]*)");

    private PlanReader() {}

    /**
     * What fields tell of plans.
     *
     * @param sprintField id of the custom field for sprints, empty where the export does not name it
     */
    static JiraIssue.Plans read(JsonNode fields, String sprintField) {
        Map<String, String> releases = new TreeMap<>();
        for (JsonNode version : fields.path("fixVersions")) {
            String day = day(version.path("releaseDate").asString(""));
            if (day != null) {
                releases.put(version.path("name").asString("?"), day);
            }
        }
        List<String> ids = new ArrayList<>();
        Map<String, String> ends = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            for (JsonNode value : field.getValue()) {
                String text = value.isString() ? value.asString("") : "";
                boolean old = text.contains(OLD_SPRINT);
                if (!old && !IssueReader.isSprint(value, field.getKey().equals(sprintField))) {
                    continue;
                }
                String id = old ? found(ID, text) : value.path("id").asString("");
                String end = day(old ? found(END, text) : value.path("endDate").asString(""));
                if (!id.isEmpty()) {
                    ids.add(id);
                    if (end != null) {
                        ends.put(id, end);
                    }
                }
            }
        }
        return new JiraIssue.Plans(releases, ids, ends);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static @Nullable String day(String text) {
        return DAY.matcher(text).matches() ? text.substring(0, DAY_CHARS) : null;
    }
}
