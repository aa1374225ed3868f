package org.desireline.checks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, as tests drive it. Where there is none, they are skipped and say so. */
final class Chromium implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("Chromium");
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> SWITCHES = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it, or skips the test that asks. */
    static Chromium start() {
        Path program = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
        if (program == null) {
            String missing = "SKIPPED: no Chromium at " + String.join(", ", PLACES);
            LOG.log(System.Logger.Level.WARNING, missing);
            Assumptions.abort(missing);
            throw new IllegalStateException(missing);
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(program).setArgs(SWITCHES)));
    }

    /**
     * A page that is open.
     *
     * @param page the page
     * @param said what the browser had to say on its console, and errors of scripts
     * @param asked what it asked for besides the page
     */
    record Opened(Page page, List<String> said, List<String> asked) implements AutoCloseable {

        @Override
        public void close() {
            page.context().close();
        }
    }

    /** Opens a file; in print, as on paper. */
    Opened open(Path file, int width, String look, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900)
                .setColorScheme(look.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(scripts));
        Page page = context.newPage();
        List<String> said = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        page.onConsoleMessage(message -> said.add(message.type() + ": " + message.text()));
        page.onPageError(said::add);
        page.onRequest(request -> asked.add(request.url()));
        if (look.equals("print")) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        }
        page.navigate(file.toUri().toString());
        return new Opened(page, said, asked);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
