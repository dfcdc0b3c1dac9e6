-- What chance had to do with a served list: the rule, how likely each content was at its place given those above it, and
-- which were put there by chance. Lists of before were made without chance.
ALTER TABLE recommendations
    ADD COLUMN policy       text               NOT NULL DEFAULT 'ranked',
    ADD COLUMN propensities double precision[],
    ADD COLUMN explored     boolean[];

UPDATE recommendations SET
    propensities = array_fill(1::double precision, ARRAY[cardinality(content_ids)]),
    explored = array_fill(false, ARRAY[cardinality(content_ids)]);

ALTER TABLE recommendations
    ALTER COLUMN policy DROP DEFAULT,
    ALTER COLUMN propensities SET NOT NULL,
    ALTER COLUMN explored SET NOT NULL,
    ADD CHECK (cardinality(propensities) = cardinality(content_ids)),
    ADD CHECK (cardinality(explored) = cardinality(content_ids)),
    ADD CHECK (0 < ALL (propensities) AND 1 >= ALL (propensities));
