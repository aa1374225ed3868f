package org.desireline.instrument.ledger;

import java.util.ArrayList;
import java.util.List;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;

/**
 * What a row is called.
 *
 * @param kind the dimension, or "all"
 * @param name the class
 * @param period "window", "all", or "version/" and the name of a version of the charter
 */
record Title(String kind, String name, String period) {

    Line.About about() {
        return new Line.About(kind, name);
    }

    /** Whether it is all work in the window. */
    boolean isWhole() {
        return isWork() && period.equals("window");
    }

    /** Whether it is the total of the classes: what holds containers too is not. */
    private boolean isWork() {
        return kind.equals("all") && name.equals("all");
    }

    /** What the ids of its lines begin with. */
    String prefix() {
        return start(period.equals("window") ? "" : period + "/");
    }

    private String start(String part) {
        return "ledger/" + kind + "/" + Line.idPart(name) + "/" + part;
    }

    /**
     * The additive tables a figure belongs to: those of its cell, and of each those cells that have a figure of the
     * same measure. A cell that is withheld and has none is known to be nought, and hides nothing.
     */
    List<String> tables(String column, String measure) {
        List<String> tables = new ArrayList<>(tables(column));
        tables(column).forEach(table -> tables.add(table + "/" + measure));
        return tables;
    }

    /**
     * The additive tables a cell belongs to: its row, its column, which the cell of the whole is the total of, and the
     * versions, which the cell of the window is the total of.
     */
    List<String> tables(String column) {
        List<String> tables = new ArrayList<>(List.of(prefix() + "accounts"));
        for (Dimension dimension : Dimension.values()) {
            if (isWork() || kind.equals(dimension.label())) {
                tables.add("ledger/" + dimension.label() + "/" + period + "/" + column);
            }
        }
        if (!period.equals("all")) {
            tables.add(start("") + "versions/" + column);
        }
        return tables;
    }
}
