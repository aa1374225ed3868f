package org.desireline.dist;

/** Where the program starts when it is one file: says what is needed where Java is too old for it. */
public final class Main {

    private static final int NEEDED = 25;
    /** The exit code for a world that is not as it has to be, as where an export cannot be read. */
    private static final int WORLD = 3;

    private Main() {}

    /**
     * Runs a command; the process ends with its exit code, or with 3 on a Java that is too old.
     *
     * @throws ReflectiveOperationException where the file holds no program
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        String version = System.getProperty("java.specification.version", "");
        if (feature(version) < NEEDED) {
            System.err.println("Desireline needs Java " + NEEDED + " or newer, and this is Java " + version + " in "
                    + System.getProperty("java.home") + ".");
            System.err.println("Perhaps there is a newer one beside it: call its bin/java by its whole path.");
            System.exit(WORLD);
        }
        Class.forName("org.desireline.app.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    /** The number of a Java: 8 of "1.8", 25 of "25"; 0 where it cannot be told. */
    static int feature(String version) {
        String number = version.startsWith("1.") ? version.substring(2) : version;
        return number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
    }
}
