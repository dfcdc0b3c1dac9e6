package dev.skillpod.core.recommend.state;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.text.TextEmbedder;
import java.util.List;
import java.util.function.Function;

/**
 * The meaning of every text of a catalogue as unit vectors, by dense index: contents (title and description), skills
 * (name and description) and roles (title and description).
 *
 * @param embedder what embeds the texts of requests into the same space
 * @param contents one vector per content
 * @param skills one vector per skill
 * @param roles one vector per role
 */
public record CatalogEmbedding(TextEmbedder embedder, float[][] contents, float[][] skills, float[][] roles) {
    /** Embeds a whole catalogue; wrap the embedder in a cache where texts repeat between snapshots. */
    public static CatalogEmbedding of(Catalog catalog, TextEmbedder embedder) {
        return new CatalogEmbedding(
                embedder,
                embed(catalog.contents(), c -> c.text(), embedder),
                embed(catalog.skills(), s -> s.name() + ". " + s.description(), embedder),
                embed(catalog.roles(), r -> r.title() + ". " + r.description(), embedder));
    }

    private static <T> float[][] embed(List<T> rows, Function<T, String> text, TextEmbedder embedder) {
        return rows.parallelStream().map(row -> embedder.embed(text.apply(row))).toArray(float[][]::new);
    }
}
