package org.desireline.broken.app.run;

import java.sql.Connection;
import java.sql.SQLException;

/** Goes past the store. */
final class AsksInSql {

    private AsksInSql() {}

    static boolean isOpen(Connection connection) throws SQLException {
        return !connection.isClosed();
    }
}
