-- Answers to single items of tests, quizzes and exercises: the events that mastery is traced from.
ALTER TABLE events ADD COLUMN item_id identifier;
ALTER TABLE events ADD COLUMN correct boolean;

ALTER TABLE events DROP CONSTRAINT events_kind;
ALTER TABLE events ADD CONSTRAINT events_kind CHECK (CASE kind
    WHEN 'ENGAGEMENT' THEN content_id IS NOT NULL AND type IN
        ('IMPRESSION', 'VIEW', 'START', 'PROGRESS', 'COMPLETE', 'DISMISS', 'RATE')
    WHEN 'ASSESSMENT' THEN type IS NULL AND skill_id IS NOT NULL AND score IS NOT NULL
    WHEN 'MARKET_SIGNAL' THEN skill_ids IS NOT NULL AND type IN
        ('JOB_VIEW', 'JOB_APPLICATION', 'JOB_REJECTION', 'JOB_ACCEPTANCE', 'CONTRACT_STARTED',
         'CONTRACT_COMPLETED', 'CLIENT_FEEDBACK', 'SKILL_SEARCH', 'PROFILE_GAP', 'COMPETITOR_ANALYSIS',
         'MARKET_TREND', 'CERTIFICATION_REQUIRED')
    WHEN 'APPLICATION_OUTCOME' THEN
        type IS NULL AND job_id IS NOT NULL AND outcome IS NOT NULL AND skill_ids IS NOT NULL
    WHEN 'ANSWER' THEN
        type IS NULL AND item_id IS NOT NULL AND correct IS NOT NULL AND cardinality(skill_ids) > 0
    ELSE false END);
