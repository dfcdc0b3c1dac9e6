package dev.skillpod.app.audit;

import dev.skillpod.app.log.FieldReader;
import dev.skillpod.core.activity.LearnerKey;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who belongs to which group, read from a file: a header line that names {@code user_id}, {@code group} and, if wanted, {@code
 * tenant_id}, in any order; then one learner per row, separated by commas or tabs. An empty group is not known.
 *
 * @param groups group by learner, in the file's order; empty text where it is not known
 */
public record GroupFile(Map<LearnerKey, String> groups) {
    private static final String TENANT = "tenant_id";
    private static final String USER = "user_id";
    private static final String GROUP = "group";
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_GROUPS = 100;

    /**
     * Reads a file; {@code .gz} is read as well.
     *
     * @param tenant the tenant of rows that name none
     * @throws IllegalArgumentException naming file, line, field, legal and found value, when it is not such a file
     */
    public static GroupFile read(Path file, String tenant) {
        var groups = new LinkedHashMap<LearnerKey, String>();
        Set<String> names = new HashSet<>();
        try (FieldReader reader = FieldReader.open(file, 3)) {
            List<String> columns = columns(reader, reader.next().orElse(new String[0]));
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                String[] fields = row.get();
                if (fields.length != columns.size()) {
                    throw new IllegalArgumentException(reader.where() + ": a row must have " + columns.size()
                            + " fields like the header line, had " + fields.length);
                }
                String user = name(reader, USER, reader.required(fields, columns.indexOf(USER), USER));
                int tenantColumn = columns.indexOf(TENANT);
                String own = tenantColumn < 0 ? "" : name(reader, TENANT, fields[tenantColumn]);
                String group = name(reader, GROUP, fields[columns.indexOf(GROUP)]);
                if (groups.putIfAbsent(new LearnerKey(own.isEmpty() ? tenant : own, user), group) != null) {
                    throw reader.wrong(USER, "a learner that no earlier line names", user);
                }
                if (names.add(group) && names.size() > MOST_GROUPS) {
                    throw reader.wrong(GROUP, "one of at most " + MOST_GROUPS + " groups", group);
                }
            }
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("file '" + file + "' must name at least one learner, named none");
        }
        return new GroupFile(groups);
    }

    private static List<String> columns(FieldReader reader, String[] header) {
        List<String> columns = List.of(header);
        Set<String> distinct = new HashSet<>(columns);
        boolean legal = distinct.size() == columns.size()
                && distinct.containsAll(Set.of(USER, GROUP))
                && Set.of(TENANT, USER, GROUP).containsAll(distinct);
        if (!legal) {
            throw reader.wrong(
                    "header",
                    USER + ',' + GROUP + " or " + TENANT + ',' + USER + ',' + GROUP,
                    String.join(",", columns));
        }
        return columns;
    }

    private static String name(FieldReader reader, String field, String text) {
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS
                || text.chars().anyMatch(Character::isISOControl)) {
            throw reader.wrong(field, "at most " + MOST_CHARACTERS + " characters, none a control character", text);
        }
        return text;
    }
}
