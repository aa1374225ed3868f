package org.desireline.app.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.app.web.Digits;
import org.desireline.charter.Gate;
import org.desireline.charter.Mistake;
import org.desireline.charter.Place;
import org.desireline.finding.Finding;
import org.desireline.finding.Findings;
import org.desireline.finding.LivedOrder;
import org.desireline.finding.Sentence;
import org.desireline.instrument.Evidence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.journal.Trouble;
import org.desireline.number.Estimate;
import org.desireline.publish.Fate;
import org.desireline.publish.Head;
import org.desireline.publish.ItemPage;
import org.desireline.publish.Published;
import org.desireline.watch.Draft;
import org.desireline.watch.Kept;
import org.desireline.watch.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published readings as JSON: schema {@code desireline/1}, keys sorted, 12 significant digits, instants in ISO-8601
 * UTC. The same published readings give the same bytes.
 */
final class Json {

    static final String SCHEMA = "desireline/1";

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String of(Published published, Kept kept, String version) {
        Head head = published.head();
        Map<String, Object> root = root(version);
        root.put("asOf", Instant.ofEpochMilli(head.asOfMillis()).toString());
        root.put("zone", head.zone());
        root.put("config", head.config());
        root.put("window", window(head));
        root.put("charter", map("version", head.charterFrom(), "assumed", head.assumed(),
                "priorities", head.priorities(), "versions", list(head.versions(), one -> map("name",
                        one.name(), "assumed", one.assumed(), "priorities", one.priorities()))));
        root.put("data", data(head.data()));
        root.put("assumptions", list(head.assumptions(), assumption -> map("what", assumption.what(),
                "value", assumption.value(), "why", assumption.why())));
        root.put("readings", list(published.readings(), reading -> reading(reading, head)));
        if (!published.fates().isEmpty()) {
            root.put("undertakings", list(published.fates(), Json::fate));
        }
        root.put("say", sentence(Sentence.choose(published)));
        root.put("findings", Findings.of(published).stream().map(each -> finding(each, published)).toList());
        if (!kept.isEmpty()) {
            root.put("gates", list(kept.verdicts(), verdict -> verdict(verdict, head)));
            root.put("gatesElsewhere", list(kept.elsewhere(), gate -> map("name", gate.name(), "window",
                    gate.window())));
        }
        root.put("troubles", list(published.troubles(), Json::trouble));
        return write(root);
    }

    static String of(ItemPage item, String version) {
        Map<String, Object> root = root(version);
        root.put("item", item.key());
        root.put("container", item.container());
        root.put("over", item.over());
        root.put("classes", new TreeMap<>(item.classes()));
        root.put("events", list(item.happenings(), event -> map("day", event.day(), "what", event.what(),
                "pointer", event.pointer())));
        root.put("states", list(item.states(), state -> map("from", state.from(), "to", state.to(),
                "phase", state.phase(), "account", state.account().name(),
                "onCalendar", digits(state.hours().onCalendar()), "offCalendar", digits(state.hours().offCalendar()))));
        root.put("days", list(item.days(), day -> {
            TreeMap<String, Object> hours = new TreeMap<>();
            day.hours().forEach((account, value) -> hours.put(account.name(), digits(value)));
            return map("day", day.day(), "hours", hours);
        }));
        return write(root);
    }

    static String of(List<Line> lines, String version) {
        Map<String, Object> root = root(version);
        root.put("lines", list(lines, Json::line));
        return write(root);
    }

    static String of(Line line, String version) {
        Map<String, Object> root = root(version);
        root.put("line", line(line));
        return write(root);
    }

    static String of(CheckResult result, String version) {
        Map<String, Object> root = root(version);
        CheckedCharter charter = result.charter();
        root.put("now", result.now().toString());
        root.put("asOf", result.asOf() == null ? null : result.asOf().toString());
        root.put("exit", result.code());
        root.put("charter", map("file", charter.file(), "usable", !charter.isUnusable(),
                "mistakes", list(charter.mistakes(), Json::mistake)));
        root.put("gates", list(result.verdicts(), verdict -> verdict(verdict,
                result.heads().get(verdict.gate().window()))));
        return write(root);
    }

    static String of(LivedOrder order, Head head, String file, String version) {
        Map<String, Object> root = root(version);
        root.put("written", file);
        root.put("declared", head.priorities());
        root.put("lack", order.lack());
        root.put("lived", list(order.ranks(), rank -> map("name", rank.name(), "over", rank.over(),
                "under", rank.under(), "told", rank.isTold())));
        return write(root);
    }

    private static Map<String, Object> mistake(Mistake mistake) {
        return map("severity", mistake.severity().label(), "place", place(mistake.place()), "what", mistake.what(),
                "perhaps", mistake.perhaps());
    }

    private static Map<String, Object> place(Place place) {
        return map("file", place.file(), "line", place.line(), "column", place.column());
    }

    private static Map<String, Object> verdict(Verdict verdict, @Nullable Head head) {
        Gate gate = verdict.gate();
        Map<String, Object> json = gate(gate);
        json.putAll(map("place", place(gate.place()), "verdict", verdict.word(), "sentence",
                verdict.sentence(), "id", verdict.line()));
        json.put("window", head == null ? map("name", gate.window()) : window(head));
        verdict.judged().ifPresent(figure -> json.put("figure", figure(figure)));
        if (verdict instanceof Verdict.Unknown unknown) {
            json.put("reason", unknown.reason());
        }
        return json;
    }

    /** What a gate names. */
    static Map<String, Object> gate(Gate gate) {
        return map("name", gate.name(), "reading", gate.reading(), "about", gate.about(), "line", gate.line(), "of",
                gate.of(), "atMost", limit(gate.atMost()), "atLeast", limit(gate.atLeast()), "window", gate.window());
    }

    /** A gate that is proposed, and the entry that states it. */
    private static Map<String, Object> draft(Draft draft) {
        Map<String, Object> json = gate(draft.gate());
        json.put("entry", draft.entry());
        return json;
    }

    static String of(Draft draft, String version) {
        Map<String, Object> root = root(version);
        root.put("gate", draft(draft));
        return write(root);
    }

    /** A figure as it was judged. */
    static Map<String, Object> figure(Verdict.Figure figure) {
        Map<String, Object> shown = estimate(figure.estimate());
        shown.put("range", List.of(digits(figure.range().low()), digits(figure.range().high())));
        return shown;
    }

    private static @Nullable BigDecimal limit(@Nullable Double limit) {
        return limit == null ? null : digits(limit);
    }

    private static Map<String, Object> window(Head head) {
        return map("name", head.window().name(), "from", head.window().from().toString(),
                "to", head.window().to().toString());
    }

    private static Map<String, Object> root(String version) {
        TreeMap<String, Object> root = new TreeMap<>();
        root.put("schema", SCHEMA);
        root.put("product", version);
        return root;
    }

    private static Map<String, Object> data(Head.Data data) {
        Map<String, Object> json = map("items", data.items(), "containers", data.containers(), "events", data.events(),
                "statusChanges", data.statusChanges(), "assigneeChanges", data.assigneeChanges(),
                "priorityChanges", data.priorityChanges(), "reopenedItems", data.reopenedItems(),
                "reopenedEvents", data.reopenedEvents(), "comments", data.comments(), "workLogs", data.workLogs(),
                "bulkEdits", data.bulkEdits(), "itemsWithChangeLog", data.itemsWithChangeLog(),
                "actors", data.actors(), "kappa", digits(data.kappa()), "mu", digits(data.mu()),
                "work", work(data.work()));
        if (data.activities().told() > 0) {
            json.put("activities", activities(data.activities()));
        }
        return json;
    }

    private static Map<String, Object> activities(Head.Activities all) {
        return map("told", all.told(), "scheduled", all.scheduled(), "begun", all.begun(), "queues", all.queues(),
                "medianQueueHours", digits(all.medianQueueHours()), "queueHours", digits(all.queueHours()),
                "works", all.works(), "medianWorkHours", digits(all.medianWorkHours()),
                "workHours", digits(all.workHours()));
    }

    private static Map<String, Object> work(Head.Work work) {
        Map<String, Object> json = map("startsRepaired", work.repairedStarts(),
                "repairedHours", digits(work.repairedHours()));
        if (work.told()) {
            json.putAll(map("loggedHours", digits(work.loggedHours()), "statusHours", digits(work.statusHours()),
                    "sessionHours", digits(work.sessionHours()), "signs", work.signs()));
            if (work.sessionHours() > 0) {
                json.putAll(map("sessionGapHours", digits(work.gapHours()),
                        "leadInMinutes", digits(work.leadInMinutes())));
            }
        }
        return json;
    }

    private static Map<String, Object> fate(Fate fate) {
        return map("id", fate.id(), "kind", fate.kind(), "what", fate.what(), "made", fate.made(), "inMeeting",
                fate.inMeeting(), "firstDue", fate.firstDue(), "due", fate.due(), "movedBack", fate.pushes(), "items",
                fate.items(), "outcome", fate.outcome().name(), "day", fate.day(), "place", fate.place());
    }

    private static Map<String, Object> reading(Reading reading, Head head) {
        Map<String, Object> json = map("instrument", reading.instrument(),
                "status", reading.measured() ? "measured" : "refused", "window", head.window().name(),
                "partsSeen", reading.partsSeen(), "partsUsed", reading.partsUsed(), "dropped", reading.dropped(),
                "flags", reading.flags(), "lines", list(reading.lines(), Json::line),
                "troubles", list(reading.troubles(), Json::trouble));
        if (reading.refusal() != null) {
            json.put("refusal", map("reason", reading.refusal().reason(), "needs", reading.refusal().needs()));
        }
        return json;
    }

    private static Map<String, Object> line(Line line) {
        Map<String, Object> json = map("id", line.id(), "about", map("kind", line.about().kind(),
                "id", line.about().id()), "label", line.label(), "period", line.period(), "of", line.of(),
                "evidence", list(line.evidence(), Json::evidence));
        json.put("withheld", line.withheld());
        Estimate estimate = line.estimate();
        if (estimate != null) {
            json.putAll(estimate(estimate));
        }
        return json;
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        return map("value", digits(estimate.value()), "low", digits(estimate.low()),
                "high", digits(estimate.high()), "unit", estimate.unit().label(), "n", estimate.n(),
                "actors", estimate.actors(), "grade", estimate.grade().label(),
                "sensitivity", List.of(digits(estimate.sensitivityLow()), digits(estimate.sensitivityHigh())),
                "strength", estimate.strength().label());
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        return map("item", evidence.item(), "day", evidence.day(), "because", evidence.because(),
                "events", evidence.events(), "details", evidence.details());
    }

    private static Map<String, Object> sentence(Sentence sentence) {
        return map("kind", sentence.kind(), "sentence", sentence.text(), "line", sentence.line());
    }

    private static Map<String, Object> finding(Finding finding, Published published) {
        Draft draft = published.line(finding.line()).flatMap(line -> Draft.of(line, published)).orElse(null);
        return map("gate", draft == null ? null : draft(draft), "id", finding.id(), "about",
                map("kind", finding.about().kind(), "id", finding.about().id()),
                "structure", finding.structure().label(), "strength", finding.strength().label(),
                "hours", digits(finding.hours()), "sentence", finding.sentence(), "rivals", finding.rivals(),
                "ruledOut", finding.ruledOut(), "step", finding.step(), "line", finding.line(), "lines",
                finding.lines());
    }

    private static Map<String, Object> trouble(Trouble trouble) {
        return map("severity", trouble.severity().label(), "where", trouble.where(), "what", trouble.what(),
                "count", trouble.count());
    }

    /** Rows of a table, each with its columns by name. */
    static String rows(List<Map<String, @Nullable Object>> rows) {
        return harmless(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(rows)) + "\n";
    }

    /** Whole numbers as they are, others with twelve significant digits. */
    static BigDecimal digits(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.scale() <= 0 ? exact : digits(exact.doubleValue());
    }

    private static BigDecimal digits(double value) {
        return Digits.of(value);
    }

    /** A map of names, each followed by its value. */
    static Map<String, Object> map(@Nullable Object... entries) {
        TreeMap<String, Object> map = new TreeMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    private static <T> List<Object> list(Collection<T> values, java.util.function.Function<T, @Nullable Object> shape) {
        List<Object> list = new ArrayList<>();
        for (T value : values) {
            Object shaped = shape.apply(value);
            if (shaped != null) {
                list.add(shaped);
            }
        }
        return list;
    }

    /** As text; the keys in the order of the map. */
    static String write(Map<String, Object> root) {
        return harmless(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root)) + "\n";
    }

    /**
     * The mapper escapes what JSON must; a terminal also heeds the C1 controls and the marks that turn text around, and
     * half a character cannot be written.
     */
    private static String harmless(String json) {
        StringBuilder text = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            boolean steers = c > 0x7e && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE);
            if (steers && c <= 0xffff) {
                text.append(Page.format("\\u%04x", c));
            } else if (steers) {
                text.append(Page.format("\\u%04x\\u%04x", (int) Character.highSurrogate(c),
                        (int) Character.lowSurrogate(c)));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
