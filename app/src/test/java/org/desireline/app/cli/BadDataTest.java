package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What bad data make the command line say. One bad file among many is a trouble; the only one is a failure. */
class BadDataTest {

    private static final String LOGIN = "<!DOCTYPE html>\n<html><title>Log in - Jira</title></html>";

    @TempDir
    private Path folder;

    private Call look(Path... paths) {
        Object[] arguments = Stream.concat(Stream.of("look", "--home", folder.resolve("home"), "--window", "all",
                "--json"), Arrays.stream(paths)).toArray();
        return Call.of(arguments);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("login.json", LOGIN, "looks like a web page"),
                Arguments.of("empty.json", "", "is empty"),
                Arguments.of("blank.json", " \n\t\n", "is empty"),
                Arguments.of("deep.json", "[".repeat(100_000), "is nested deeper than 200 levels"),
                Arguments.of("deep2.json", "{\"issues\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_001),
                        "is nested deeper than 200 levels"),
                Arguments.of("bad.json", "{\n  \"key\": \"T-1\",\n  \"fields\": {,}\n}",
                        "is not valid JSON at line 3, column 14"),
                Arguments.of("cut.json", "{\"key\":\"T-1\",\"fields\":{\"created\":\"2026",
                        "is not valid JSON at line 1"),
                Arguments.of("error.json", "{\"errorMessages\":[\"Issue Does Not Exist\"],\"errors\":{}}",
                        "is an error answer of Jira, not an export"),
                Arguments.of("user.json", "{\"name\":\"ada\"}", "is JSON, but neither an issue nor a page of a search"),
                Arguments.of("none.json", "{\"issues\":[],\"total\":0}", "It holds no record"),
                Arguments.of("text.json", "Error 500", "It holds no record"),
                Arguments.of("half.json.gz", "\u001f", "is empty"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void theOnlyFileThatCannotBeReadIsAFailure(String name, String text, String said) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Call look = look(file);
        assertThat(look.code()).isEqualTo(3);
        assertThat(look.out()).isEmpty();
        assertThat(look.talk()).contains("Nothing in " + file + " could be read.").contains(said)
                .doesNotContain("defect", "Issue Does Not Exist", "Error 500", "\tat ");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void oneBadFileAmongManyIsATrouble(String name, String text, String said) throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Files.writeString(export.resolve(name), text);
        Call look = look(export);
        assertThat(look.code()).as(look.talk()).isZero();
        if (!said.startsWith("It holds")) {
            assertThat(look.out()).contains("\"where\" : \"export/" + name + "\"").contains(said);
        }
        assertThat(JsonMapper.shared().readTree(look.out()).at("/data/items").asInt()).isEqualTo(12);
    }

    @Test
    void aFileThatIsNotThereIsAFailureWithAGuess() {
        Call look = look(folder.resolve("isues.zip"));
        assertThat(look.code()).isEqualTo(3);
        assertThat(look.talk()).contains("There is no file or folder", "isues.zip", "Perhaps the name is misspelt");
    }

    @Test
    void anEmptyFolderIsAFailureWithAGuess() throws IOException {
        Call look = look(Files.createDirectories(folder.resolve("empty")));
        assertThat(look.code()).isEqualTo(3);
        assertThat(look.talk()).contains("holds no file", "Perhaps the export went to another folder");
    }

    @Test
    void ofTwoPathsTheOneThatIsThereIsPrinted() throws IOException {
        Call look = look(folder.resolve("gone.zip"), Exports.small(folder.resolve("export")));
        assertThat(look.code()).isEqualTo(3);
        assertThat(look.out()).contains("\"readings\"");
        assertThat(look.talk()).contains("There is no file or folder", "gone.zip", "Perhaps");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 50, 99})
    void anArchiveThatWasCutOffSaysSo(int percent) throws IOException {
        byte[] whole = Files.readAllBytes(Exports.zip(folder.resolve("whole.zip"), Map.of("a.json",
                Exports.bytes(Exports.issue(1, "ada", "Major", true)), "b.json", Exports.bytes("x".repeat(5000)))));
        Path cut = folder.resolve("cut.zip");
        Files.write(cut, Arrays.copyOf(whole, whole.length * percent / 100));
        Call look = look(cut);
        assertThat(look.code()).isEqualTo(3);
        assertThat(look.talk()).contains("is not a whole zip archive", "Perhaps the download was cut off");
        Path export = Exports.small(folder.resolve("export"));
        Files.copy(cut, export.resolve("cut.zip"));
        assertThat(look(export).code()).isZero();
        assertThat(look(export).out()).contains("not a whole zip archive; left out");
    }

    @Test
    void packedDataThatWereCutOffAreLeftOut() throws IOException {
        Path whole = folder.resolve("whole.json.gz");
        Exports.gzip(whole, Exports.bytes(Exports.issue(1, "ada", "Major", true)));
        byte[] bytes = Files.readAllBytes(whole);
        Path export = Exports.small(folder.resolve("export"));
        Files.write(export.resolve("cut.json.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.write(export.resolve("beginning.json.gz"), Arrays.copyOf(bytes, 5));
        Call look = look(export);
        assertThat(look.code()).isZero();
        assertThat(look.out()).contains("export/cut.json.gz", "export/beginning.json.gz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros.json", "blanks.json", "text.json", "lines.jsonl"})
    void aBombIsRefusedWithLittleMemory(String name) throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        bomb(bomb, name);
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Call look = look(bomb);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(400L << 20);
        assertThat(look.code()).isEqualTo(3);
        assertThat(look.talk()).contains("Nothing in ");
        if (!name.equals("zeros.json")) {
            assertThat(look.talk()).contains("it unpacks to more than", "far more than its packed size allows for");
        }
        Path export = Exports.small(folder.resolve("export"));
        Files.copy(bomb, export.resolve("bomb.zip"));
        assertThat(look(export).code()).isZero();
    }

    /** 200 MiB of one byte, packed. */
    private static void bomb(Path file, String name) throws IOException {
        byte[] block = new byte[1 << 20];
        String start = switch (name) {
            case "zeros.json" -> "";
            case "blanks.json" -> "{";
            default -> "{\"key\":\"";
        };
        Arrays.fill(block, (byte) (name.equals("zeros.json") ? 0 : name.equals("blanks.json") ? ' ' : 'a'));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(Exports.bytes(start));
            for (int i = 0; i < 200; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }
    }

    @Test
    void anEntryThatPointsOutsideIsLeftOutAndNothingIsWritten() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 1; i <= 12; i++) {
            entries.put("T-" + i + ".json", Exports.bytes(Exports.issue(i, "person" + i % 6, "Major", true)));
        }
        for (String name : new String[] {
            "../../outside.json", "/outside.json", "a\\..\\outside.json", "a/../../outside.json"}) {
            entries.put(name, Exports.bytes(Exports.issue(99, "eve", "Major", true)));
        }
        Call look = look(Exports.zip(folder.resolve("a.zip"), entries));
        assertThat(look.code()).isZero();
        assertThat(look.out()).contains("the entry's name points outside the archive; left out")
                .doesNotContain("T-99").contains("\"items\" : 12");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("outside"));
        }
    }

    @Test
    void aChangeLogThatIsLongerThanTheExportIsATrouble() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Path file = export.resolve("T-3.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"total\":\\d+", "\"total\":40"));
        Call look = look(export);
        assertThat(look.code()).isZero();
        assertThat(look.out()).contains("the change log has 40 entries and the export holds 2",
                "Perhaps page through /changelog", "\"itemsWithChangeLog\" : 11");
    }

    @Test
    void instantsThatCannotBeTrueDoNotCount() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        String asOf = JsonMapper.shared().readTree(look(export).out()).get("asOf").asString();
        String[] bad = {"1970-01-01T00:00:00.000+0000", "-86400000", "2099-01-01T00:00:00.000+0000",
            "1969-12-31T10:00:00.000+0000", "0", "yesterday", "9999-12-31T23:59:59.999+0000"};
        for (int i = 0; i < bad.length; i++) {
            String created = Exports.issue(20 + i, "person1", "Major", true)
                    .replaceFirst("(?s)\"created\":\"[^\"]*\",\\s*\"updated\":\"[^\"]*\"",
                            "\"created\":\"" + bad[i] + "\",\"updated\":\"" + bad[i] + "\"")
                    .replaceFirst("(?s)\"histories\":\\[.*", "\"histories\":[]}}");
            Files.writeString(export.resolve("bad" + i + ".json"), created);
            Files.writeString(export.resolve("change" + i + ".json"), Exports.issue(40 + i, "person2", "Minor", true)
                    .replaceFirst("(\"id\":\"\\d+4\",\"author\":\\{[^}]*},\"created\":\")[^\"]*", "$1" + bad[i]));
        }
        try (Stream<Path> files = Files.list(export)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-06-01T00:00:00Z")));
            }
        }
        Call look = look(export);
        assertThat(look.code()).isZero();
        assertThat(JsonMapper.shared().readTree(look.out()).get("asOf").asString()).isEqualTo(asOf);
        assertThat(look.out()).contains("a creation is dated before 1970; it does not count",
                "a creation is dated before 1990", "a creation is dated more than two days after its file",
                "a creation has a time that cannot be read", "a change is dated before 1970",
                "a change is dated more than two days after its file", "the issue is left out", "\"items\" : 19");
    }

    @Test
    void whatIsDatedLongAfterEveryOtherRecordDoesNotCountEither() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        String asOf = JsonMapper.shared().readTree(look(export).out()).get("asOf").asString();
        Files.writeString(export.resolve("late.json"), Exports.issue(40, "person2", "Minor", true)
                .replaceFirst("(\"id\":\"404\",\"author\":\\{[^}]*},\"created\":\")[^\"]*",
                        "$12026-06-20T00:00:00.000+0000"));
        try (Stream<Path> files = Files.list(export)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            }
        }
        Call look = look(export);
        assertThat(look.code()).isZero();
        assertThat(JsonMapper.shared().readTree(look.out()).get("asOf").asString()).isEqualTo(asOf);
        assertThat(look.out()).contains("dated more than two days after anything else in the export");
    }
}
