package dev.skillpod.app;

import dev.skillpod.app.access.AdminKeyNotice;
import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.ServiceRuntime;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/** The web side of the service: everything HTTP, over a runtime that comes to life beside it. */
@SpringBootApplication(
        scanBasePackages = {
            "dev.skillpod.app.http",
            "dev.skillpod.app.security",
            "dev.skillpod.app.serving",
            "dev.skillpod.app.runtime"
        })
public class ServiceApplication {
    /**
     * Sets up logging as {@link #run} would, which then leaves it as it is. Called before other threads start: what they log while
     * logging is set up has nowhere to go, and Logback complains of that on standard output.
     */
    public static void startLogging() {
        LoggingSystem logging = LoggingSystem.get(ServiceApplication.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
    }

    /**
     * Starts the web server.
     *
     * @param runtime is closed with the returned context
     * @param adminKey told the admin key of this start, when there is no other
     * @throws IllegalStateException in one line when the port is taken
     */
    public static ConfigurableApplicationContext run(
            Settings settings, ServiceRuntime runtime, AdminKeyNotice adminKey) {
        var application = new SpringApplication(ServiceApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(Map.of(
                "server.port",
                settings.port(),
                "server.address",
                settings.host(),
                "server.shutdown",
                "graceful",
                "spring.lifecycle.timeout-per-shutdown-phase",
                "10s",
                "spring.main.log-startup-info",
                false));
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(ServiceRuntime.class, () -> runtime);
            beans.registerBean(Settings.class, () -> settings);
            beans.registerBean(AdminKeyNotice.class, () -> adminKey);
        });
        try {
            return application.run();
        } catch (RuntimeException e) {
            runtime.close();
            for (Throwable at = e; at != null; at = at.getCause()) {
                if (at instanceof PortInUseException) {
                    throw new IllegalStateException(
                            "PORT " + settings.port() + " on " + settings.host() + " is in use by another process", e);
                }
            }
            throw e;
        }
    }
}
