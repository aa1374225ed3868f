package org.desireline.bench.imports;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The same counts by DuckDB over the file itself. Argument: the file, of comma-separated values. */
public final class DuckFollows {

    private DuckFollows() {}

    /** Runs and prints. */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("WITH step AS (SELECT activity, lag(activity) OVER"
                        + " (PARTITION BY case_id ORDER BY \"timestamp\") AS before FROM read_csv('"
                        + arguments[0] + "')),"
                        + " pair AS (SELECT before, activity, count(*) AS n FROM step WHERE before IS NOT NULL"
                        + " GROUP BY before, activity) SELECT count(*), sum(n) FROM pair")) {
            rows.next();
            IO.println(rows.getLong(1) + " pairs, " + rows.getLong(2) + " in all");
        }
    }
}
