/**
 * User-based nearest neighbours that know the order (Ludewig and Jannach 2018, "Evaluation of Session-based Recommendation
 * Algorithms", V-SkNN; Garg et al. 2019, STAN): what did those take next who took the same items?
 *
 * <p>Users are alike by the items they share, of which the newest of the history weigh most and the rarest more than the
 * common ones; an alike user votes for the items near the last shared one, those after it more than those before. Where
 * whole groups follow one curriculum this sees what item-item models average away.
 */
@NullMarked
package dev.skillpod.core.recommend.candidate.neighbour;

import org.jspecify.annotations.NullMarked;
