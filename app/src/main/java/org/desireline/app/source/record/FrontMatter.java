package org.desireline.app.source.record;

/** What stands before a text between two lines {@code ---}, as YAML, or {@code +++}, as TOML. */
final class FrontMatter {

    private FrontMatter() {}

    /**
     * Reads it; a text without any has no fields.
     *
     * @throws Unreadable where it is not what its fence says
     */
    static Fields read(String text) {
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        int end = plain.indexOf('\n');
        String fence = end < 0 ? "" : plain.substring(0, end).strip();
        if (!fence.equals("---") && !fence.equals("+++")) {
            return new Fields();
        }
        int close = closing(plain, fence, end);
        if (close < 0) {
            return new Fields();
        }
        String inside = plain.substring(end + 1, close + 1);
        return fence.equals("---") ? YamlForm.read(inside, 2) : new TomlForm(inside, 2).read();
    }

    /** The end of the line before the one that closes, or -1. */
    private static int closing(String text, String fence, int from) {
        for (int at = from; at >= 0 && at + 1 < text.length(); at = text.indexOf('\n', at + 1)) {
            int end = text.indexOf('\n', at + 1);
            if (text.substring(at + 1, end < 0 ? text.length() : end).strip().equals(fence)) {
                return at;
            }
        }
        return -1;
    }
}
