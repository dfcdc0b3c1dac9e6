package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.app.runtime.RecommenderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A service that is stopped while it still trains beside serving. */
class StopWhileTrainingIT {
    private static final String TRAINING = "skillpod-first-training";

    @Test
    void theTrainingEndsWithOneLineAndNoError() throws Exception {
        Path trained = StarterService.get().models();
        try (var log = new Log()) {
            // the kinds it waits for are there, so that it is ready soon and trains the others beside
            var service = new Service("stop-while-training", true);
            for (String kind : List.of(RecommenderFiles.MODEL, ModelKinds.GAP_VALUES.name())) {
                copy(trained.resolve(kind), service.models().resolve(kind));
            }
            service.start();
            log.attach();
            service.awaitReady(Duration.ofMinutes(4));
            Service.await(Duration.ofSeconds(60), () -> log.says("embedding the catalogue"));

            service.close();

            Service.await(Duration.ofMinutes(1), StopWhileTrainingIT::noneTrains);
            assertThat(log.events.list)
                    .filteredOn(
                            event -> event.getLevel().isGreaterOrEqual(Level.WARN) || event.getThrowableProxy() != null)
                    .isEmpty();
            assertThat(log.events.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .filteredOn(message -> message.contains("training beside serving"))
                    .hasSize(1);
        }
    }

    private static boolean noneTrains() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals(TRAINING));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** What is logged from when it is attached. */
    private static final class Log implements AutoCloseable {
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final ListAppender<ILoggingEvent> events = new ListAppender<>();

        void attach() {
            events.start();
            root.addAppender(events);
        }

        boolean says(String words) {
            synchronized (events) { // as the appender does
                return events.list.stream()
                        .anyMatch(event -> event.getFormattedMessage().contains(words));
            }
        }

        @Override
        public void close() {
            root.detachAppender(events);
        }
    }
}
