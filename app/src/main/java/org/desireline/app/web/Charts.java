package org.desireline.app.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.instrument.Line;
import org.desireline.part.Account;
import org.desireline.number.Estimate;
import tools.jackson.databind.json.JsonMapper;

/** What the script of the page is given to draw: figures of tables that stand beside the charts. */
final class Charts {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Charts() {}

    /** Worths of pairs with their intervals, one below the other, on a scale of odds. */
    static Block.Chart forest(Telling telling, String title, Prose alternative, List<Line> worths) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Line line : worths) {
            Estimate estimate = line.estimate();
            if (estimate != null) {
                Map<String, Object> row = new TreeMap<>();
                row.put("name", Clean.name(line.about().id()));
                row.put("line", Clean.text(line.id()));
                row.put("value", Digits.of(estimate.value()));
                row.put("low", Digits.of(estimate.low()));
                row.put("high", Digits.of(estimate.high()));
                rows.add(row);
            }
        }
        return chart(telling, title, alternative, new TreeMap<>(Map.of("kind", "forest", "rows", rows)));
    }

    /** The live hours of classes, stacked by the party awaited. */
    static Block.Chart stack(
            Telling telling, String title, Prose alternative, List<String> names, List<String> rows,
            List<Account> parties) {
        return parties(telling, "stack", title, alternative, names, rows, parties);
    }

    /** The live hours of weeks from left to right, stacked by the party awaited. */
    static Block.Chart course(
            Telling telling, String title, Prose alternative, List<String> days, List<String> rows,
            List<Account> parties) {
        return parties(telling, "course", title, alternative, days, rows, parties);
    }

    private static Block.Chart parties(
            Telling telling, String kind, String title, Prose alternative, List<String> names, List<String> rows,
            List<Account> parties) {
        List<Map<String, Object>> series = new ArrayList<>();
        for (Account account : parties) {
            List<Map<String, Object>> cells = new ArrayList<>();
            for (String row : rows) {
                String id = row + account.name() + "/hours";
                Estimate estimate = telling.numbers().estimate(id);
                Map<String, Object> cell = new TreeMap<>();
                if (estimate != null) {
                    cell.put("line", Clean.text(id));
                    cell.put("value", Digits.of(estimate.value()));
                } else {
                    cell.put("value", BigDecimal.ZERO);
                }
                cells.add(cell);
            }
            series.add(new TreeMap<>(Map.of("account", account.name(), "name", Words.party(account), "cells", cells)));
        }
        return chart(telling, title, alternative, new TreeMap<>(Map.of("kind", kind, "names",
                names.stream().map(Clean::name).toList(), "series", series)));
    }

    private static Block.Chart chart(Telling telling, String title, Prose alternative, Map<String, Object> spec) {
        spec.put("title", title);
        return new Block.Chart(telling.anchor("chart"), title, alternative, harmless(MAPPER.writeValueAsString(spec)));
    }

    /** JSON in which nothing ends a script. */
    private static String harmless(String json) {
        return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
