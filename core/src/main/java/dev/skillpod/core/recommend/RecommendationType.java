package dev.skillpod.core.recommend;

/** Why a content is recommended, after its strongest reason; the names are the wire contract's. */
public enum RecommendationType {
    SKILL_GAP_FILL,
    CAREER_ADVANCEMENT,
    MARKET_DEMAND,
    TRENDING_SKILL,
    CERTIFICATION,
    REFRESH_KNOWLEDGE,
    COMPETITIVE_EDGE,
    PREREQUISITE,
    QUICK_WIN,
    DEEP_DIVE
}
