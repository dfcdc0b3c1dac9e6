package dev.skillpod.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Decides whether a caller may do what a route does. Without a decision about the route, or without a caller, they may not. */
final class RoleDecision implements AuthorizationManager<RequestAuthorizationContext> {
    /** Where {@link KeyFilter} leaves what the route needs. */
    static final String NEED = RoleDecision.class.getName() + ".need";

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Need need = need(context.getRequest());
        boolean met = need == Need.OPEN
                || (authentication.get() instanceof CallerAuthentication known && need.metBy(known.getPrincipal()));
        return new AuthorizationDecision(met);
    }

    static Need need(HttpServletRequest request) {
        return request.getAttribute(NEED) instanceof Need need ? need : Need.ADMIN;
    }
}
