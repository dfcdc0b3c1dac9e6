package dev.skillpod.core.evaluation;

/** What the four-fifths rule says of a group, as far as its interval supports it. */
public enum ImpactVerdict {
    /** The group that the others are compared with. */
    REFERENCE,
    /** Too few people to judge. */
    TOO_FEW,
    /** Nobody of the reference group is selected, so that there is nothing to compare with. */
    UNDEFINED,
    /** Both limits lie within four fifths and five fourths: neither group is put at a disadvantage by the rule. */
    WITHIN,
    /** A limit lies beyond four fifths or five fourths, and the other does not: these people cannot tell. */
    UNCERTAIN,
    /** Even the upper limit is below four fifths: the group is selected too rarely. */
    ADVERSE,
    /** Even the lower limit is above five fourths: the reference group, which was named, is selected too rarely. */
    ADVERSE_TO_REFERENCE
}
