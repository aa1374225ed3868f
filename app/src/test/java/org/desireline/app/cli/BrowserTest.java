package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A browser is opened before somebody at a desktop, and before nobody else. */
class BrowserTest {

    private static final Map<String, String> WATCHED =
            Map.of("DESIRELINE_TERMINAL", "yes", "DESIRELINE_TALK_TERMINAL", "yes");

    private static Map<String, String> with(String... names) {
        Map<String, String> environment = new HashMap<>(WATCHED);
        for (String name : names) {
            environment.put(name, "1");
        }
        return environment;
    }

    @Test
    void aDesktopHasAProgramThatOpensFiles() {
        assertThat(Browser.opener("Linux", with("DISPLAY"))).containsExactly("xdg-open");
        assertThat(Browser.opener("Linux", with("WAYLAND_DISPLAY"))).containsExactly("xdg-open");
        assertThat(Browser.opener("Mac OS X", with())).containsExactly("open");
    }

    @Test
    void whereNobodyLooksNothingIsOpened() {
        assertThat(Browser.opener("Linux", with())).isEmpty();
        assertThat(Browser.opener("Linux", Map.of("DISPLAY", ":0"))).isEmpty();
        assertThat(Browser.opener("Linux", with("DISPLAY", "CI"))).isEmpty();
        assertThat(Browser.opener("Mac OS X", with("SSH_CONNECTION"))).isEmpty();
    }
}
