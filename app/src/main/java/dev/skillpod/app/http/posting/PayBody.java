package dev.skillpod.app.http.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.CurrencyCode;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.core.activity.PayRange;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Yearly pay offered, as it is sent and shown. */
@Schema(name = "Pay", description = "Yearly pay offered; high is at least low.")
public record PayBody(
        @JsonProperty("low") @NotNull @InRange(from = 0, to = MOST, fromExclusive = true)
        Double low,

        @JsonProperty("high") @NotNull @InRange(from = 0, to = MOST, fromExclusive = true)
        Double high,

        @JsonProperty("currency") @Schema(description = "ISO 4217 code.") @NotNull @CurrencyCode
        String currency) {
    /** The most pay. */
    static final double MOST = 1e12;

    /** Returns the wire form. */
    static PayBody of(PayRange pay) {
        return new PayBody(pay.low(), pay.high(), pay.currency());
    }

    /** Returns the domain's range; the body must be legal, and high at least low. */
    PayRange range() {
        return new PayRange(low, high, currency);
    }
}
