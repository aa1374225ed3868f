package org.desireline.app.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table: its columns, and where its rows come from.
 *
 * @param name name of the view or file
 * @param columns in order
 * @param rows where its rows come from: a value a column, or null
 */
record Sheet(String name, List<Column> columns, Rows rows) {

    /** Receives rows. */
    interface Sink {

        void row(@Nullable Object[] cells);
    }

    /** Hands over rows, as often as asked. */
    interface Rows {

        void each(Sink sink);
    }


    /** What a column holds; days are texts in ISO form. */
    enum Type { TEXT, DAY, WHOLE, NUMBER, FLAG }

    /**
     * A column.
     *
     * @param name its name
     * @param type what it holds
     */
    record Column(String name, Type type) {

        /** The type as SQL calls it. */
        String sql() {
            return switch (type) {
                case TEXT -> "VARCHAR";
                case DAY -> "DATE";
                case WHOLE -> "BIGINT";
                case NUMBER -> "DOUBLE";
                case FLAG -> "BOOLEAN";
            };
        }
    }

    Sheet {
        columns = List.copyOf(columns);
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    static Column day(String name) {
        return new Column(name, Type.DAY);
    }

    static Column whole(String name) {
        return new Column(name, Type.WHOLE);
    }

    static Column number(String name) {
        return new Column(name, Type.NUMBER);
    }

    static Column flag(String name) {
        return new Column(name, Type.FLAG);
    }
}
