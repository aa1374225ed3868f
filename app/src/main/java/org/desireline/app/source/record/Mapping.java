package org.desireline.app.source.record;

import java.util.List;
import java.util.Map;
import org.desireline.app.git.Glob;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusWords;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a repository are records, and what their fields mean.
 *
 * @param name what records of this kind are called together; of several mappings of one name a record may pass from one
 *     to another
 * @param files where they lie
 * @param except where files lie that are none
 * @param forms how their fields are written; none: by the name and the beginning of each
 * @param key the fields that may hold the identity; none: the path
 * @param prefix begins what people call a record that has a key; empty: the key alone
 * @param kind the type of the item where no field tells it; empty where there is none
 * @param required a file in which none of these has a value is no record
 * @param fields what may hold an attribute, the first that has a value counts, by the names in {@link #ATTRIBUTES}
 * @param custom likewise, by the name of a field of one's own
 * @param due likewise, by the name of a target; the empty name is the record's own due date
 * @param again the fields whose value is the same wherever a record is declared again for another period
 * @param asks columns of tables in the text that name the teams that are asked for something
 * @param calendar days by name
 * @param statuses phases by status, in lower case
 */
record Mapping(
        String name, List<Glob> files, List<Glob> except, List<Form> forms, List<String> key, String prefix,
        String kind, List<String> required, Map<String, List<String>> fields, Map<String, List<String>> custom,
        Map<String, List<String>> due, List<String> again, List<String> asks, Calendar calendar,
        Map<String, Phase> statuses) {

    static final String TITLE = "title";
    static final String STATUS = "status";
    static final String OWNER = "owner";
    static final String TEAM = "team";
    static final String TYPE = "type";
    static final String LABELS = "labels";
    static final String REPLACES = "replaces";
    /** What a mapping may say of an item, in the order of the manual. */
    static final List<String> ATTRIBUTES = List.of(TITLE, STATUS, OWNER, TEAM, TYPE, LABELS, REPLACES);

    Mapping {
        files = List.copyOf(files);
        except = List.copyOf(except);
        forms = List.copyOf(forms);
        key = List.copyOf(key);
        required = List.copyOf(required);
        fields = Map.copyOf(fields);
        custom = Map.copyOf(custom);
        due = Map.copyOf(due);
        again = List.copyOf(again);
        asks = List.copyOf(asks);
        statuses = Map.copyOf(statuses);
    }

    /** Whether a file is meant. */
    boolean fits(String path) {
        return files.stream().anyMatch(glob -> fits(glob, path))
                && except.stream().noneMatch(glob -> fits(glob, path));
    }

    /** Files only: what lies below what a pattern fits is not meant. The end is compared first, for that is cheap. */
    private static boolean fits(Glob glob, String path) {
        String end = glob.pattern().substring(glob.pattern().lastIndexOf('*') + 1);
        return (end.indexOf('?') >= 0 || path.endsWith(end)) && glob.fits(path);
    }

    /** The phase of a status, by the mapping's own words, else by the words of the status; null where neither tell. */
    @Nullable Phase phase(String status) {
        Phase said = statuses.get(status);
        return said == null ? StatusWords.phase(status, null) : said;
    }
}
