package org.desireline.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.desireline.app.cli.Commands;

/**
 * What a command answered.
 *
 * @param code the exit code
 * @param out what it printed
 * @param talk what it said on standard error
 */
public record Call(int code, String out, String talk) {

    /** Runs a command in this process. */
    public static Call of(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter talk = new StringWriter();
        int code = Commands.run(new PrintWriter(out), new PrintWriter(talk), texts);
        return new Call(code, out.toString(), talk.toString());
    }

    /** Everything that was printed, wherever. */
    public String all() {
        return out + talk;
    }
}
