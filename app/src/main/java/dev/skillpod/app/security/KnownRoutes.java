package dev.skillpod.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Knows whether anything but a missing file answers a request. Thread-safe. */
class KnownRoutes {
    private final ObjectProvider<HandlerMapping> mappings;

    KnownRoutes(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Returns whether a route answers; when it cannot be told, yes, so that nothing is open by accident. */
    boolean answers(HttpServletRequest request) {
        if (request.getMethod().equals("OPTIONS")) {
            return false;
        }
        List<HandlerMapping> all = mappings.orderedStream().toList();
        for (HandlerMapping mapping : all) {
            try {
                HandlerExecutionChain found = mapping.getHandler(request);
                if (found != null && !(found.getHandler() instanceof ResourceHttpRequestHandler)) {
                    return true;
                }
            } catch (HttpRequestMethodNotSupportedException e) {
                return false; // 405 will be the answer
            } catch (Exception e) {
                return true;
            }
        }
        return false;
    }
}
