package dev.skillpod.app.http.validation;

import org.jspecify.annotations.Nullable;

/** A body that says which tenant it is about; {@link RequestValidator#check} refuses it from a key of another tenant. */
public interface NamesTenant {
    /** Returns the tenant; null when the body names none. Asked only after the body was found legal. */
    @Nullable
    String namedTenant();

    /** Returns the path of the field that names it. */
    default String tenantField() {
        return "user_context.tenant_id";
    }
}
