package org.desireline.app.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What to type to fetch an export that holds the past, by tracker. */
public final class Richer {

    private static final String FOLDER = "export";
    private static final int MOST_PROJECTS = 10;
    private static final String LOCAL = "local";

    private Richer() {}

    /**
     * The commands, each on a line of its own; none where the source has nothing more to tell.
     *
     * @param source name of the source: {@code github}, {@code gitlab} or {@code jira}
     * @param instance owner and repository, group and project, or the host; {@code local} where that is not known
     * @param projects keys of the projects of a host, for a tracker that holds several
     */
    public static List<String> commands(String source, String instance, Collection<String> projects) {
        boolean isKnown = !instance.equals(LOCAL);
        return switch (source) {
            case "github" -> github(isKnown ? instance : "OWNER/REPOSITORY");
            case "gitlab" -> gitlab(isKnown ? instance.replace("/", "%2F") : "GROUP%2FPROJECT");
            case "jira" -> jira(isKnown ? instance : "your-tracker", projects);
            default -> List.of();
        };
    }

    private static List<String> github(String repository) {
        List<String> commands = new ArrayList<>(List.of("mkdir -p " + FOLDER));
        commands.add(page("gh", "repos/" + repository + "/issues?state=all&per_page=100", "issues.json"));
        commands.add(page("gh", "repos/" + repository + "/issues/events?per_page=100", "events.json"));
        commands.add(page("gh", "repos/" + repository + "/pulls?state=all&per_page=100", "pulls.json"));
        commands.add(page("gh", "repos/" + repository + "/issues/comments?per_page=100", "comments.json"));
        commands.add("for n in $(gh api --paginate \"repos/" + repository + "/pulls?state=all&per_page=100\""
                + " --jq '.[].number'); do " + page("gh", "repos/" + repository + "/pulls/$n/reviews?per_page=100",
                "reviews-$n.json") + "; done");
        return commands;
    }

    private static List<String> gitlab(String project) {
        List<String> commands = new ArrayList<>(List.of("mkdir -p " + FOLDER));
        for (String kind : List.of("issues", "merge_requests")) {
            String list = "projects/" + project + "/" + kind + "?scope=all&state=all&per_page=100";
            commands.add(page("glab", list, kind + ".json"));
            commands.add("for n in $(grep -o '\"iid\":[0-9]*' " + FOLDER + "/" + kind
                    + ".json | cut -d: -f2 | sort -un); do for p in notes resource_state_events"
                    + " resource_label_events resource_milestone_events; do "
                    + page("glab", "projects/" + project + "/" + kind + "/$n/$p?per_page=100", kind + "-$n-$p.json")
                    + "; done; done");
        }
        return commands;
    }

    private static String page(String tool, String address, String file) {
        return tool + " api --paginate \"" + address + "\" > \"" + FOLDER + "/" + file + "\"";
    }

    /** A page of a hundred; the manual has the loop. */
    private static List<String> jira(String host, Collection<String> projects) {
        String keys = projects.isEmpty() || projects.size() > MOST_PROJECTS ? ""
                : "project in (" + String.join(", ", projects) + ") ";
        return List.of("curl -fsS -H @auth.txt --get \"https://" + host + "/rest/api/2/search\" --data-urlencode 'jql="
                + keys + "order by created' --data 'fields=*all' --data 'expand=changelog,names' --data 'startAt=0'"
                + " --data 'maxResults=100' -o page-000000.json");
    }
}
