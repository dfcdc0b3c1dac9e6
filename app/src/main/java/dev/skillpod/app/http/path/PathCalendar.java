package dev.skillpod.app.http.path;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.path.content.PathStep;
import dev.skillpod.core.path.content.ReviewStep;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads the steps of a path over weeks, one after the other, so that no week takes more than its hours. A long content goes on in
 * the next week.
 *
 * @param weeks the weeks, from the first to the one in which the path ends
 * @param spans the weeks of each step
 */
record PathCalendar(List<Week> weeks, List<Span> spans) {
    private static final double ROUNDING = 1e-6;

    /** The weeks, from 1, in which a step begins and ends. */
    record Span(int first, int last) {}

    /** One week. */
    @Schema(name = "PathWeek", description = "One week of a path.")
    public record Week(
            @JsonProperty("week") @Schema(minimum = "1") int week,

            @JsonProperty("starts_on") @Schema(format = "date")
            String startsOn,

            @JsonProperty("minutes") double minutes,
            @JsonProperty("parts") List<Part> parts) {}

    /** What is done of one content in a week. */
    @Schema(name = "PathWeekPart", description = "What is done of one content in a week.")
    public record Part(
            @JsonProperty("position") @Schema(minimum = "0", description = "The step; 0 for a review.")
            int position,

            @JsonProperty("content_id") String contentId,
            @JsonProperty("minutes") double minutes) {}

    /** What takes time: a review (position 0) or a step. */
    private record Item(int position, String contentId, double minutes) {}

    /**
     * Spreads reviews, then steps.
     *
     * @return the spans of the reviews, then those of the steps
     */
    static PathCalendar of(List<ReviewStep> reviews, List<PathStep> steps, double weeklyMinutes, Instant from) {
        var items = new ArrayList<Item>();
        reviews.forEach(review -> items.add(new Item(0, review.content().id(), review.minutes())));
        for (int k = 0; k < steps.size(); k++) {
            items.add(new Item(k + 1, steps.get(k).content().id(), steps.get(k).minutes()));
        }
        return of(items, weeklyMinutes, from);
    }

    private static PathCalendar of(List<Item> items, double weeklyMinutes, Instant from) {
        var weeks = new ArrayList<Week>();
        var spans = new ArrayList<Span>();
        var parts = new ArrayList<Part>();
        double left = weeklyMinutes;
        for (Item item : items) {
            double open = item.minutes();
            int first = -1;
            while (open > ROUNDING) {
                if (left <= ROUNDING) {
                    weeks.add(week(weeks.size() + 1, parts, from));
                    parts.clear();
                    left = weeklyMinutes;
                }
                first = first < 0 ? weeks.size() + 1 : first;
                double part = Math.min(open, left);
                parts.add(new Part(item.position(), item.contentId(), PathView.round(part, 10)));
                open -= part;
                left -= part;
            }
            spans.add(new Span(first, weeks.size() + 1));
        }
        if (!parts.isEmpty()) {
            weeks.add(week(weeks.size() + 1, parts, from));
        }
        return new PathCalendar(List.copyOf(weeks), List.copyOf(spans));
    }

    private static Week week(int number, List<Part> parts, Instant from) {
        return new Week(
                number,
                from.plus(Duration.ofDays(7L * (number - 1)))
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString(),
                PathView.round(parts.stream().mapToDouble(Part::minutes).sum(), 10),
                List.copyOf(parts));
    }
}
