package org.desireline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.desireline.app.demo.JiraFiles;
import org.desireline.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes exports to look at: of invented organisations, and of texts in files and archives. */
public final class Exports {

    private Exports() {}

    /** The pages of an invented organisation's tracker. */
    public static Path of(World world, Path folder) throws IOException {
        JiraFiles.write(world, folder);
        return folder;
    }

    /** The issues of all pages of a folder. */
    public static List<JsonNode> issues(Path folder) throws IOException {
        List<JsonNode> issues = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path page : files.sorted().toList()) {
                JsonMapper.shared().readTree(Files.readAllBytes(page)).get("issues").forEach(issues::add);
            }
        }
        return issues;
    }

    /** A zip with these entries in this order, all dated alike. */
    public static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A packed file. */
    public static Path gzip(Path file, byte[] content) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
        return file;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Twelve whole issues of six people, a file each: just enough to say something about. */
    public static Path small(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 1; i <= 12; i++) {
            Files.writeString(folder.resolve("T-" + i + ".json"),
                    issue(i, "person" + i % 6, i % 2 == 0 ? "Major" : "Minor", i % 3 > 0));
        }
        return folder;
    }

    /** The files of a folder with keys of two letters, as trackers demand and commits are searched for. */
    public static Path twoLetters(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.writeString(file, Files.readString(file).replace("\"key\":\"T", "\"key\":\"TT"));
            }
        }
        return folder;
    }

    /** A small whole issue with a change log: created, assigned, started and, if so said, done, a day each. */
    public static String issue(int number, String person, String priority, boolean done) {
        int hour = 8 + number % 8;
        String moves = move(number, 2, hour, person, "assignee", null, person)
                + "," + move(number, 3, hour, person, "status", "Open", "In Progress")
                + (done ? "," + move(number, 4, hour, person, "status", "In Progress", "Closed") : "");
        return String.format(Locale.ROOT, """
                {"id":"%d","key":"T-%d","self":"https://t.example/rest/api/2/issue/%d","fields":{"project":{"key":"T"},
                "issuetype":{"name":"Bug"},"status":{"name":"%s"},"priority":{"name":"%s"},
                "created":"%s","updated":"%s","creator":{"name":"%s"},"assignee":{"name":"%s"}},
                "changelog":{"total":%d,"histories":[%s]}}
                """, 100 + number, number, 100 + number, done ? "Closed" : "In Progress", priority, at(number, 1, hour),
                at(number, done ? 4 : 3, hour), person, person, done ? 3 : 2, moves);
    }

    private static String move(int number, int day, int hour, String person, String field, String from, String to) {
        String before = from == null ? "null" : "\"" + from + "\"";
        return String.format(Locale.ROOT, """
                {"id":"%d","author":{"name":"%s"},"created":"%s","items":[{"field":"%s","from":%s,"fromString":%s,
                "to":"%s","toString":"%s"}]}""", 10 * number + day, person, at(number, day, hour), field, before,
                before, to, to);
    }

    private static String at(int number, int day, int hour) {
        return String.format(Locale.ROOT, "2026-%02d-%02dT%02d:00:00.000+0000", 1 + number % 5,
                day + 4 * (number % 6), hour);
    }
}
