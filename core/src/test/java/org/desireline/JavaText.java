package org.desireline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java source, told apart into code and comments, without a parser: good enough to count lines and find words.
 *
 * @param code the source with comments and the insides of literals blanked, line breaks kept
 * @param words the source with only the insides of literals blanked
 * @param comments the comments that are no Javadoc, one a line, without their marks
 */
record JavaText(String code, String words, List<String> comments) {

    private static final Pattern TYPE = Pattern.compile("(?s).*\\b(?:class|interface|enum|record)\\s+(\\w+)\\b.*");
    private static final Pattern ANONYMOUS = Pattern.compile("(?s).*\\bnew\\s+[\\w.<>,?\\s]+\\(.*\\)\\s*");
    private static final Pattern METHOD = Pattern.compile(
            "(?s).*?(\\w+)\\s*\\((?:[^()]|\\([^()]*\\))*\\)\\s*(?:throws\\s[\\w.,\\s]+)?");
    private static final Pattern COMPACT = Pattern.compile("(?s)(?:.*\\s)?(\\w+)\\s*");

    /**
     * A method with its body.
     *
     * @param name its name; {@code static} for an initialiser
     * @param firstLine line of its name, from 1
     * @param lines lines from there to the closing brace
     */
    record Method(String name, int firstLine, int lines) {}

    private record Open(String type, String method, int line) {}

    /** Blanks comments and literals. */
    static JavaText of(String source) {
        StringBuilder code = new StringBuilder(source.length());
        StringBuilder words = new StringBuilder(source.length());
        List<String> comments = new ArrayList<>();
        int at = 0;
        while (at < source.length()) {
            int end = tokenEnd(source, at);
            String token = source.substring(at, end);
            boolean comment = token.startsWith("//") || token.startsWith("/*");
            if (comment && !token.startsWith("/**")) {
                token.substring(2).lines().map(line -> line.replace("*/", "").strip()).forEach(comments::add);
            }
            boolean literal = !comment && token.length() > 1;
            String blank = token.replaceAll("[^\\n]", " ");
            code.append(comment || literal ? blank : token);
            words.append(literal ? blank : token);
            at = end;
        }
        return new JavaText(code.toString(), words.toString(), List.copyOf(comments));
    }

    /** End of the comment or literal that starts here, else of the single character. */
    private static int tokenEnd(String source, int at) {
        if (source.startsWith("//", at)) {
            int end = source.indexOf('\n', at);
            return end < 0 ? source.length() : end;
        }
        if (source.startsWith("/*", at)) {
            int end = source.indexOf("*/", at + 2);
            return end < 0 ? source.length() : end + 2;
        }
        if (source.startsWith("\"\"\"", at)) {
            return literalEnd(source, at + 3, "\"\"\"");
        }
        char first = source.charAt(at);
        return first == '"' || first == '\'' ? literalEnd(source, at + 1, String.valueOf(first)) : at + 1;
    }

    private static int literalEnd(String source, int from, String quote) {
        int at = from;
        while (at < source.length() && !source.startsWith(quote, at)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), at + quote.length());
    }

    /** The methods, constructors and initialisers, those of inner and anonymous types too, by counting braces. */
    List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        Deque<Open> stack = new ArrayDeque<>();
        int line = 1;
        int header = 0;
        for (int at = 0; at < code.length(); at++) {
            char c = code.charAt(at);
            if (c == '\n') {
                line++;
            } else if (c == '{') {
                stack.push(open(code.substring(header, at), line, stack.isEmpty() ? "" : stack.peek().type()));
            } else if (c == '}' && !stack.isEmpty()) {
                Open closed = stack.pop();
                if (!closed.method().isEmpty()) {
                    methods.add(new Method(closed.method(), closed.line(), line - closed.line() + 1));
                }
            }
            if (c == '{' || c == '}' || c == ';') {
                header = at + 1;
            }
        }
        return methods;
    }

    /** What a brace opens, by what stands before it; {@code enclosing} is the type around it, empty in a method. */
    private static Open open(String header, int line, String enclosing) {
        Matcher type = TYPE.matcher(header);
        if (type.matches()) {
            return new Open(type.group(1), "", line);
        }
        if (ANONYMOUS.matcher(header).matches()) {
            return new Open("anonymous", "", line);
        }
        if (enclosing.isEmpty() || header.contains("=") || header.contains("->")) {
            return new Open("", "", line);
        }
        Matcher method = METHOD.matcher(header);
        boolean called = method.matches();
        Matcher compact = COMPACT.matcher(header);
        if (!called && !compact.matches()) {
            return new Open(header.isBlank() ? "" : "body", header.isBlank() ? "initialiser" : "", line);
        }
        String name = called ? method.group(1) : compact.group(1);
        boolean constant = called && header.strip().startsWith(name) && !name.equals(enclosing);
        return constant ? new Open("constant", "", line)
                : new Open("", name, line - lineBreaks(header.substring((called ? method : compact).start(1))));
    }

    private static int lineBreaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
