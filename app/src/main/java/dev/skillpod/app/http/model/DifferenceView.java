package dev.skillpod.app.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.model.ModelDifference;
import dev.skillpod.core.model.ModelDifference.Figure;
import dev.skillpod.core.model.ModelDifference.Wording;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sets two versions apart. */
@Schema(name = "ModelDifference")
public record DifferenceView(
        @JsonProperty("from") String from,
        @JsonProperty("to") String to,
        @JsonProperty("metrics") List<FigureView> metrics,

        @JsonProperty("parameters") @Schema(description = "Only those that are not the same.")
        List<WordingView> parameters,

        @JsonProperty("rows") List<FigureView> rows) {

    /** A number of both; null where one has none. */
    @Schema(name = "ModelFigure")
    public record FigureView(
            @JsonProperty("name") String name,
            @JsonProperty("from") @Nullable Double from,
            @JsonProperty("to") @Nullable Double to,
            @JsonProperty("change") @Nullable Double change) {
        static FigureView of(Figure figure) {
            return new FigureView(
                    figure.name(),
                    GateView.finite(figure.from()),
                    GateView.finite(figure.to()),
                    GateView.finite(figure.change()));
        }
    }

    /** A text of both; null where one has none. */
    @Schema(name = "ModelWording")
    public record WordingView(
            @JsonProperty("name") String name,
            @JsonProperty("from") @Nullable String from,
            @JsonProperty("to") @Nullable String to) {
        static WordingView of(Wording wording) {
            return new WordingView(wording.name(), wording.from(), wording.to());
        }
    }

    static DifferenceView of(String from, String to, ModelDifference difference) {
        return new DifferenceView(
                from,
                to,
                difference.metrics().stream().map(FigureView::of).toList(),
                difference.parameters().stream().map(WordingView::of).toList(),
                difference.rows().stream().map(FigureView::of).toList());
    }
}
