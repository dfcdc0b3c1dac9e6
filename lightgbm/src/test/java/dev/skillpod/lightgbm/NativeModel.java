package dev.skillpod.lightgbm;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;

/** LightGBM's own evaluator, the oracle of the parity tests. */
final class NativeModel implements AutoCloseable {
    private final LGBMBooster booster;

    private NativeModel(LGBMBooster booster) {
        this.booster = booster;
    }

    static NativeModel of(String modelText) throws LGBMException {
        NativeLibrary.load();
        return new NativeModel(LGBMBooster.loadModelFromString(modelText));
    }

    double[] predict(double[] rows, int count) throws LGBMException {
        return booster.predictForMat(
                rows, count, rows.length / count, true, PredictionType.C_API_PREDICT_NORMAL, "num_threads=1");
    }

    double[] predictRaw(double[] rows, int count) throws LGBMException {
        return booster.predictForMat(
                rows, count, rows.length / count, true, PredictionType.C_API_PREDICT_RAW_SCORE, "num_threads=1");
    }

    double[] contributions(double[] rows, int count) throws LGBMException {
        return booster.predictForMat(
                rows, count, rows.length / count, true, PredictionType.C_API_PREDICT_CONTRIB, "num_threads=1");
    }

    @Override
    public void close() throws LGBMException {
        booster.close();
    }
}
