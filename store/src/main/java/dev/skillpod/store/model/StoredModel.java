package dev.skillpod.store.model;

import dev.skillpod.core.model.Provenance;
import java.util.Map;

/**
 * A version of a model as it was saved, every file checked.
 *
 * @param model the model's name
 * @param version the version
 * @param manifestSha256 of the manifest, which vouches for every file
 * @param provenance where it comes from
 * @param files contents by file name; not to be changed
 */
public record StoredModel(
        String model, String version, String manifestSha256, Provenance provenance, Map<String, byte[]> files) {
    public StoredModel {
        files = Map.copyOf(files);
    }

    /**
     * Returns the content of a file.
     *
     * @throws CorruptModelException when the model was saved without it
     */
    public byte[] file(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new CorruptModelException(model + "/" + version, name, "is not part of the model");
        }
        return content;
    }
}
