package org.desireline.app.ocel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.RealData;
import org.desireline.app.demo.PlantedFiles;
import org.desireline.app.run.BadInput;
import org.desireline.app.run.KeptEvents;
import org.desireline.app.source.Sources;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Verb;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** A journal goes into an object-centric log and comes back as it was, in every form. */
class RoundTripTest {

    private static final List<String> FORMS = List.of(".jsonocel", ".xmlocel", ".sqlite");

    @TempDir
    private Path folder;

    private List<Event> events(Path home) {
        List<Event> events = new ArrayList<>();
        KeptEvents.of(home, false, List.of(), step -> { }, kept -> {
            kept.each(events::add);
            return kept;
        });
        return events;
    }

    private static List<Event> read(Path file) {
        List<Event> events = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        Sources.of(file, account -> "unexpected " + account, (account, called) -> { })
                .read(events::add, trouble -> troubles.add(trouble.what()));
        assertThat(troubles).isEmpty();
        events.sort(Comparator.comparingLong(Event::atMillis).thenComparing(Event::id));
        return events;
    }

    private Path write(List<Event> events, String name, boolean withActors) {
        Path file = folder.resolve(name);
        OcelFile.write(events::forEach, new OcelFile.Wish(file, withActors, true));
        return file;
    }

    /** The same event where nobody is told. */
    private static Event withoutWho(Event event) {
        List<Link> links = event.links().stream().filter(link -> link.target().kind().equals(Ref.ITEM)).toList();
        Map<String, String> attributes = new TreeMap<>(event.attributes());
        if (event.links().stream().anyMatch(link -> link.qualifier().equals(Link.OWNER)
                && link.target().kind().equals(Ref.ACTOR))) {
            attributes.put(Field.OWNER, Field.OWNER_UNKNOWN);
        }
        return new Event(event.id(), event.atMillis(), event.verb(), event.subject(), null, links, attributes,
                event.origin());
    }

    private void comesBack(List<Event> events) {
        List<Event> without = events.stream().map(RoundTripTest::withoutWho).toList();
        for (String form : FORMS) {
            assertThat(read(write(events, "with" + form, true))).as(form).isEqualTo(events);
            assertThat(read(write(events, "without" + form, false))).as(form).isEqualTo(without);
        }
    }

    /** Imports into a workspace and gives its events. */
    private List<Event> imported(Path... paths) {
        Path home = folder.resolve("home" + paths[0].getFileName());
        List<Object> call = new ArrayList<>(List.of("import", "--home", home));
        call.addAll(List.of(paths));
        assertThat(Call.of(call.toArray()).code()).isZero();
        return events(home);
    }

    @Test
    void thePlantedOrganisationsTrackerAndRepositoryComeBack() throws IOException {
        Planted lived = Planted.live(Plan.of("obedient"), 7, 8);
        PlantedFiles.Written written =
                PlantedFiles.write(lived, Tier.TRACED, Flaws.NONE, folder.resolve("planted"));
        assertThat(written.sources()).hasSize(2);
        List<Event> events = imported(written.sources().toArray(Path[]::new));
        assertThat(events).hasSizeGreaterThan(1_000).anyMatch(event -> event.verb() == Verb.committed);
        comesBack(events);
    }

    @Test
    void awkwardIssuesComeBack() throws IOException {
        Path issues = Path.of("src/test/resources/jira");
        comesBack(imported(Files.isDirectory(issues) ? issues : Path.of("app").resolve(issues)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverAJournalMayHoldComesBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Map<String, String> attributes = new TreeMap<>();
            for (int n = random.nextInt(5); n > 0; n--) {
                attributes.put(text(random, false), text(random, true));
            }
            attributes.remove("");
            List<Link> links = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                links.add(new Link(random.nextBoolean() ? Link.OWNER : "to " + text(random, false),
                        random.nextBoolean() ? token(random) : Ref.item("a:b:" + text(random, false))));
            }
            events.add(new Event(new EventId(random.nextLong(), random.nextLong()),
                    1_700_000_000_000L + random.nextLong(10_000), Verb.of(random.nextInt(Verb.values().length)),
                    random.nextInt(9) == 0 ? Ref.byKey("ABC-" + i) : Ref.item("a:b:" + text(random, false)),
                    random.nextBoolean() ? token(random) : null, links, attributes,
                    new Origin("a" + text(random, false), random.nextLong(1L << 50) - 5, text(random, false),
                            random.nextInt(5) - 1)));
        }
        events.sort(Comparator.comparingLong(Event::atMillis).thenComparing(Event::id));
        comesBack(events);
    }

    private static Ref token(SplittableRandom random) {
        return Ref.actor(String.format(Locale.ROOT, "%032x", random.nextInt(20)));
    }

    /** Texts of what breaks forms: marks of XML, quotes, controls, halves of characters, reserved names. */
    private static String text(SplittableRandom random, boolean mayBeEmpty) {
        List<String> parts = List.of("a", "A", "b", " ", "  ", "\"", "'", "<", ">", "&", "&amp;", "]]>", "\n", "\r",
                "\t", "\u0000", "\u001f", "\u0085", "\u2028", "\ud83d\ude00", "\ud83d", "\ude00", "\ufffe", "ä", "\\",
                "\\u", "desireline:", "desireline:text:", "ocel_id", "ocel_time", "custom:", "status", "--", ";", "%");
        StringBuilder text = new StringBuilder(mayBeEmpty && random.nextInt(6) == 0 ? "" : "x");
        for (int n = text.isEmpty() ? 0 : random.nextInt(4); n > 0; n--) {
            text.insert(random.nextBoolean() ? 0 : text.length(), parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    @Test
    void whatTheCommandWritesIsItsOwnersOnlyAndNamesNobody() throws IOException {
        Path home = folder.resolve("home");
        Call.of("import", "--home", home, Exports.small(folder.resolve("issues")));
        Set<String> tokens = new TreeSet<>();
        events(home).forEach(event -> {
            if (event.actor() != null) {
                tokens.add(event.actor().id());
            }
        });
        assertThat(tokens).hasSizeGreaterThanOrEqualTo(6);
        for (String form : FORMS) {
            Path file = folder.resolve("journal" + form);
            Call plain = Call.of("export", "--home", home, "--ocel", file);
            assertThat(plain.code()).as(plain.all()).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(tokens).noneMatch(bytes::contains);
            assertThat(bytes).doesNotContain("person1");
            assertThat(Call.of("export", "--home", home, "--ocel", file).code()).isEqualTo(2);
            Call who = Call.of("export", "--home", home, "--ocel", file, "--force", "--journal", "--with-actor-ids");
            assertThat(who.talk()).contains("treat this file as you treat the tracker itself");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).contains(tokens);
            assertThat(Call.of("look", "--throwaway", "--window", "all", file).out()).contains("6 people");
        }
    }

    @Test
    void aWishThatMeansNothingIsSaidSo() throws IOException {
        Path home = folder.resolve("home");
        Call.of("import", "--home", home, Exports.small(folder.resolve("issues")));
        assertThat(Call.of("export", "--home", home).talk()).contains("no folder to write to");
        assertThat(Call.of("export", "--home", home, "--ocel", "journal.txt").talk()).contains("ending");
        assertThat(Call.of("export", "--home", home, "--ocel", folder.resolve("a.xml"), folder).talk())
                .contains("takes no folder");
        assertThat(Call.of("export", "--home", home, "--ocel", folder.resolve("a.xml"), "--with-actor-ids").talk())
                .contains("add --journal");
        assertThat(Call.of("export", "--home", folder.resolve("empty"), "--ocel", folder.resolve("a.xml")).code())
                .isEqualTo(2);
        assertThat(folder.resolve("a.xml")).doesNotExist();
        assertThatThrownBy(() -> new OcelFile.Wish(Path.of("a.csv"), false, false))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void somebodyElsesTokenIsNotTakenForOne() throws IOException {
        Event event = new Event(new EventId(1, 2), 1_700_000_000_000L, Verb.commented, Ref.item("a:b:c"),
                Ref.actor("0123456789abcdef0123456789abcdef"), List.of(), Map.of(), new Origin("a", 0, "f", -1));
        Path file = write(List.of(event), "one.jsonocel", true);
        Files.writeString(file, Files.readString(file).replace("0123456789abcdef0123456789abcdef", "Ada Lovelace"));
        List<String> troubles = new ArrayList<>();
        Sources.of(file, account -> account, (account, called) -> { })
                .read(read -> troubles.add("read"), trouble -> troubles.add(trouble.what()));
        assertThat(troubles).containsExactly("events of Desireline's own were changed by somebody; left out");
    }

    @Test
    void whatIsWrittenIsValidByTheFormatsOwnSchemas() throws IOException, SAXException {
        Path schemas = RealData.file("ocel/schema_ocel2.json").resolveSibling("ocel2-validation.xsd");
        for (String log : List.of("ocel20_example.jsonocel", "p2p-normal.jsonocel")) {
            List<Event> events = imported(RealData.file("ocel/" + log));
            assertThat(read(write(events, "with.xmlocel", true))).isEqualTo(events);
            assertThat(read(write(events, "with.jsonocel", true))).isEqualTo(events);
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(schemas.toFile()).newValidator()
                    .validate(new StreamSource(folder.resolve("with.xmlocel").toFile()));
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Files.readString(schemas.resolveSibling("schema_ocel2.json")), InputFormat.JSON)
                    .validate(Files.readString(folder.resolve("with.jsonocel")), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void aLargeTrackerComesBack() {
        List<Event> events = imported(RealData.file("jira-duraspace-changelog/issues.zip"));
        assertThat(events).hasSizeGreaterThan(20_000);
        assertThat(read(write(events, "duraspace.sqlite", true))).isEqualTo(events);
    }
}
