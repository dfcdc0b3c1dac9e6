package dev.skillpod.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.skillpod.app.ServiceApplication;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

class StartLoggingTest {
    /** Setting up once more would drop all appenders for a while, under the feet of threads that log. */
    @Test
    void theWebServerLeavesLoggingAsItWasStarted() {
        ServiceApplication.startLogging();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var ours = new ListAppender<ILoggingEvent>();
        ours.setContext(context);
        ours.start();
        root.addAppender(ours);
        try {
            var application = new SpringApplication(Nothing.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.run().close();

            assertThat(root.isAttached(ours)).isTrue();
            assertThat(root.getAppender("STDERR")).isNotNull();
        } finally {
            root.detachAppender(ours);
        }
    }

    static class Nothing {}
}
