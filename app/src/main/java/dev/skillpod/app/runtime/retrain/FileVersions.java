package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.runtime.Training.Fitted;
import dev.skillpod.store.model.ModelFiles;

/** Keeps versions in the folder of the models; one that shall serve does so at once. */
final class FileVersions implements VersionKeeper {
    private final ModelFiles files;

    FileVersions(ModelFiles files) {
        this.files = files;
    }

    @Override
    public Kept keep(Fitted fitted, boolean promote) {
        String version = files.stage(fitted.model(), fitted.files(), fitted.provenance());
        if (promote) {
            files.promote(fitted.model(), version);
        }
        return new Kept(version, promote, null, promote ? null : "promotion was not asked for");
    }
}
