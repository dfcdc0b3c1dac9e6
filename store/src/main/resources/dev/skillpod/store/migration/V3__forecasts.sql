-- Rises with every write of demand, so that a process knows when its forecasts are of yesterday.
CREATE TABLE demand_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint  NOT NULL
);
INSERT INTO demand_version (version) VALUES (0);

-- What the forecasts were last made of. No row: they were never made.
CREATE TABLE forecast_run (
    only_row       boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    demand_version bigint      NOT NULL,
    model_version  text        NOT NULL,
    format         integer     NOT NULL,  -- of the outlooks
    generated_at   timestamptz NOT NULL
);

-- What is expected of the demand for a skill. Region '' is the whole market.
CREATE TABLE forecasts (
    skill_id        identifier       NOT NULL,
    region          text COLLATE "C" NOT NULL DEFAULT '' CHECK (char_length(region) <= 200),
    model_version   text             NOT NULL,
    format          integer          NOT NULL,
    generated_at    timestamptz      NOT NULL,
    data_source     text             NOT NULL CHECK (data_source IN ('real', 'synthetic', 'mixed')),  -- of the history
    current         boolean          NOT NULL,  -- belongs to today's market, and so to its rankings
    growth          double precision NOT NULL,  -- expected within a year
    growth_at_least double precision NOT NULL,  -- exceeded with probability 0.8
    growth_at_most  double precision NOT NULL,  -- not reached with probability 0.8
    outlook         json             NOT NULL,
    PRIMARY KEY (skill_id, region)
);
CREATE INDEX forecasts_rising ON forecasts (region, growth_at_least DESC, skill_id) WHERE current AND growth > 0;
CREATE INDEX forecasts_falling ON forecasts (region, growth_at_most, skill_id) WHERE current AND growth < 0;
