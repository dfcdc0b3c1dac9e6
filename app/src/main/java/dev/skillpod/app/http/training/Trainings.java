package dev.skillpod.app.http.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The newest trainings. */
@Schema(description = "The newest trainings, newest first.")
public record Trainings(@JsonProperty("trainings") List<TrainingView> trainings) {}
