package dev.skillpod.app.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Skill;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkillMatcherTest {
    private final SkillMatcher matcher = new SkillMatcher(new Catalog(
            List.of(
                    skill("javascript", "JavaScript", "JS"),
                    skill("java", "Java", "JDK"),
                    skill("js", "JScript"),
                    skill("postgresql", "PostgreSQL", "Postgres", "PG"),
                    skill("python", "Python")),
            List.of(),
            List.of(),
            List.of()));

    @Test
    void idsBeatNamesBeatAliases() {
        assertThat(matcher.match("js", null)).contains("js");
        assertThat(matcher.match("JS", null)).contains("js");
        assertThat(matcher.match("jAvA", null)).contains("java");
        assertThat(matcher.match(" postgres ", null)).contains("postgresql");
        assertThat(matcher.match("x-1", "pg")).contains("postgresql");
        assertThat(matcher.match("java", "Python")).contains("java");
        assertThat(matcher.match("x-1", "nothing like it")).isEmpty();
    }

    @Test
    void nearestNamesComeBestFirstAndOnce() {
        assertThat(matcher.nearestSkills("postgre sql").getFirst()).isEqualTo("postgresql");
        assertThat(matcher.nearestSkills("jvascript")).first().isEqualTo("javascript");
        assertThat(matcher.nearestSkills("pyton")).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(3);
        assertThat(matcher.nearestSkills("日本")).isEmpty();
        assertThat(matcher.nearestSkills("")).isEmpty();
    }

    @Test
    void unknownSkillsAreToldOnceAndAtMostTwentyTimes() {
        var names = new SkillNames(matcher);
        assertThat(names.idOf("pyton", null)).isEqualTo("pyton");
        names.idOf("pyton", null);
        assertThat(names.warnings())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("skill 'pyton' is not in the catalogue; nearest known ids: python");

        IntStream.range(0, 50).forEach(i -> names.idOf("unknown-" + i, null));
        assertThat(names.warnings()).hasSize(21);
        assertThat(names.warnings().getLast()).isEqualTo("31 further skills are not in the catalogue");
    }

    @Test
    void quotedTextIsCutBetweenWholeCharacters() {
        String emoji = "\uD83D\uDE00";
        assertThat(Excerpt.of(emoji.repeat(100))).isEqualTo(emoji.repeat(60) + "…");
        assertThat(Excerpt.of("a\nb\uD800")).isEqualTo("a\uFFFDb\uFFFD");
    }

    private static Skill skill(String id, String name, String... aliases) {
        return new Skill(id, name, "", List.of(aliases), "", DataSource.REAL);
    }
}
