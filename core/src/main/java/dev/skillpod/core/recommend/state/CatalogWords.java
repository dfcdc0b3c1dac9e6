package dev.skillpod.core.recommend.state;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.text.LexicalIndex;
import dev.skillpod.core.text.LexicalIndex.Phrase;
import java.util.stream.Collectors;

/**
 * A catalogue's words: an index over what contents say (title, description, provider, names of their skills), and what
 * skills and roles say in its terms. Immutable by convention (callers must not write to the arrays) and thread-safe.
 *
 * @param contents the index; its documents are the contents, in the catalogue's order
 * @param skills what each skill's name and aliases say
 * @param roles what each role's title and description say
 */
public record CatalogWords(LexicalIndex contents, Phrase[] skills, Phrase[] roles) {
    static CatalogWords of(Catalog catalog) {
        var contents = LexicalIndex.of(
                catalog.contents().stream().map(c -> text(c, catalog)).toList());
        return new CatalogWords(
                contents,
                catalog.skills().stream()
                        .map(s -> contents.phrase(s.name() + " " + String.join(" ", s.aliases())))
                        .toArray(Phrase[]::new),
                catalog.roles().stream()
                        .map(r -> contents.phrase(r.title() + " " + r.description()))
                        .toArray(Phrase[]::new));
    }

    private static String text(Content content, Catalog catalog) {
        String provider = content.provider();
        return content.text() + " " + (provider == null ? "" : provider) + " "
                + content.skills().stream()
                        .flatMap(skill ->
                                catalog.skillIndex(skill.skillId()).stream().boxed())
                        .map(catalog.skills()::get)
                        .map(Skill::name)
                        .collect(Collectors.joining(" "));
    }
}
