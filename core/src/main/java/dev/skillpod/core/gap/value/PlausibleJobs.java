package dev.skillpod.core.gap.value;

import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds the jobs a learner plausibly goes for: those recently looked at and applied to, the strongest interest first, and
 * recent postings of the role worked towards where these are few. Bound to the postings of one moment; deterministic and
 * thread-safe.
 *
 * <p>A job that signals name but no posting describes becomes a posting of the skills named, without levels.
 */
public final class PlausibleJobs {
    private static final int MOST = 20;
    private static final int MOST_OF_ROLE = 8;
    private static final double HALF_LIFE_DAYS = 45;
    private static final double LEAST_INTEREST = 0.02;
    private static final Duration RECENT = Duration.ofDays(120);

    private final Map<String, JobPosting> byId = new HashMap<>();
    private final Map<String, List<JobPosting>> byRole = new HashMap<>();

    /** Arranges postings by id and role, the newest first. */
    public PlausibleJobs(List<JobPosting> postings) {
        for (JobPosting posting : postings) {
            byId.put(posting.id(), posting);
            if (posting.roleId() != null) {
                byRole.computeIfAbsent(posting.roleId(), r -> new ArrayList<>()).add(posting);
            }
        }
        byRole.values()
                .forEach(list -> list.sort(
                        Comparator.comparing(JobPosting::postedAt).reversed().thenComparing(JobPosting::id)));
    }

    /**
     * Returns the jobs, at most {@value #MOST}, each once.
     *
     * @param history what is known of the learner; what lies at or after {@code asOf} is left aside
     * @param role index of the role that the learner says to work towards; a role is not guessed from skills
     * @param index the catalogue
     */
    public List<JobPosting> of(LearnerHistory history, OptionalInt role, CatalogIndex index, Instant asOf) {
        Map<String, Met> met = met(history.before(asOf), asOf);
        var jobs = new ArrayList<JobPosting>();
        met.entrySet().stream()
                .filter(e -> e.getValue().interest > LEAST_INTEREST)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Met> e) -> -e.getValue().interest)
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .forEach(e -> jobs.add(posting(e.getKey(), e.getValue())));
        role.ifPresent(r -> addRecent(
                jobs, byRole.getOrDefault(index.catalog().roles().get(r).id(), List.of()), over(history), asOf));
        return List.copyOf(jobs);
    }

    private static void addRecent(List<JobPosting> jobs, List<JobPosting> ofRole, Set<String> over, Instant asOf) {
        var known = new HashSet<>(over);
        jobs.forEach(job -> known.add(job.id()));
        int room = Math.min(MOST_OF_ROLE, MOST - jobs.size());
        for (JobPosting posting : ofRole) {
            if (room <= 0 || posting.postedAt().isBefore(asOf.minus(RECENT))) {
                return;
            }
            if (posting.postedAt().isBefore(asOf) && known.add(posting.id())) {
                jobs.add(posting);
                room--;
            }
        }
    }

    private JobPosting posting(String id, Met met) {
        JobPosting posting = byId.get(id);
        if (posting != null) {
            return posting;
        }
        List<AskedSkill> asked = met.skillIds.stream()
                .distinct()
                .map(skill -> new AskedSkill(skill, null))
                .toList();
        return new JobPosting(id, null, null, null, met.first, asked, null, DataSource.REAL);
    }

    /** How a learner met a job. */
    private static final class Met {
        private final Instant first;
        private List<String> skillIds;
        private double interest;

        private Met(Instant first, List<String> skillIds) {
            this.first = first;
            this.skillIds = skillIds;
        }
    }

    private static Map<String, Met> met(LearnerHistory history, Instant asOf) {
        var met = new LinkedHashMap<String, Met>();
        for (MarketSignal signal : history.signals()) {
            double weight = weight(signal.type());
            if (signal.jobId() != null && !signal.jobId().isBlank() && weight > 0) {
                add(met, signal.jobId(), signal.skillIds(), weight, signal.occurredAt(), asOf);
            }
        }
        for (ApplicationOutcome outcome : history.outcomes()) {
            add(met, outcome.jobId(), outcome.skillIds(), 1, outcome.occurredAt(), asOf);
        }
        met.keySet().removeAll(over(history));
        return met;
    }

    /** Returns the jobs that the learner got or gave up, which nobody goes for any more. */
    private static Set<String> over(LearnerHistory history) {
        var over = new HashSet<String>();
        for (MarketSignal signal : history.signals()) {
            boolean got = switch (signal.type()) {
                case JOB_ACCEPTANCE, CONTRACT_STARTED, CONTRACT_COMPLETED, CLIENT_FEEDBACK -> true;
                default -> signal.outcome() != null && ended(signal.outcome());
            };
            if (got && signal.jobId() != null) {
                over.add(signal.jobId());
            }
        }
        history.outcomes().stream().filter(o -> ended(o.outcome())).forEach(o -> over.add(o.jobId()));
        return over;
    }

    private static boolean ended(Outcome outcome) {
        return outcome == Outcome.HIRED || outcome == Outcome.WITHDRAWN;
    }

    private static void add(
            Map<String, Met> met, String id, List<String> skillIds, double weight, Instant at, Instant asOf) {
        Met job = met.computeIfAbsent(id, key -> new Met(at, skillIds));
        double days = Duration.between(at, asOf).toSeconds() / 86_400.0;
        job.interest += weight * Math.pow(0.5, days / HALF_LIFE_DAYS);
        job.skillIds = job.skillIds.isEmpty() ? skillIds : job.skillIds;
    }

    private static double weight(SignalType type) {
        return switch (type) {
            case JOB_VIEW -> 0.3;
            case JOB_APPLICATION -> 1;
            case JOB_REJECTION -> 0.5;
            default -> 0;
        };
    }
}
