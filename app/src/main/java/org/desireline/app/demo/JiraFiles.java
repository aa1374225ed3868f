package org.desireline.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.desireline.world.World;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a {@link World} as the pages of a Jira search with change logs.
 *
 * <p>The shape is that of Jira's REST API, version 2 ({@code GET /rest/api/2/search?expand=changelog}), as Jira 6 to 9
 * answer it: pages of at most {@value #PAGE} issues, each with its fields and the whole of its history. The people's
 * names are in it, as they are in every real export: a reader of exports has to show that it leaves them out.
 */
public final class JiraFiles {

    /** Issues a page: what Jira gives unless asked for more. */
    static final int PAGE = 50;

    static final String HOST = "https://jira.riverbank.example/rest/api/2/";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JiraFiles() {
    }

    /**
     * Writes {@code page-000.json}, {@code page-001.json} and so on; the folder is made if it is not there.
     *
     * @return the number of issues written
     */
    public static int write(World world, Path folder) throws IOException {
        Files.createDirectories(folder);
        int total = world.items().size();
        JiraIssue issues = new JiraIssue(JSON, world);
        for (int start = 0; start < Math.max(1, total); start += PAGE) {
            ObjectNode page = JSON.createObjectNode();
            page.put("expand", "schema,names").put("startAt", start).put("maxResults", PAGE).put("total", total);
            ArrayNode array = page.putArray("issues");
            List.copyOf(world.items().subList(start, Math.min(total, start + PAGE)))
                    .forEach(item -> array.add(issues.node(item)));
            String name = String.format(Locale.ROOT, "page-%03d.json", start / PAGE);
            Files.write(folder.resolve(name), JSON.writeValueAsBytes(page));
        }
        return total;
    }

    /** The instant as Jira writes it: {@code 2026-03-02T09:12:44.123+0000}. */
    static String date(long millis) {
        return DATE.format(Instant.ofEpochMilli(millis));
    }
}
