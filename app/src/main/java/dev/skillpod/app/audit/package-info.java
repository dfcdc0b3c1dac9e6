/**
 * Audits of predictions over groups that an operator names in a file: {@link dev.skillpod.app.audit.GroupFile} reads who
 * belongs where, {@link dev.skillpod.app.audit.GroupAudit} asks what is predicted of each and compares the groups
 * ({@link dev.skillpod.core.evaluation.ImpactRatios}), {@link dev.skillpod.app.audit.AuditReport} writes it down. Groups are
 * never stored, and no model can see them.
 */
@NullMarked
package dev.skillpod.app.audit;

import org.jspecify.annotations.NullMarked;
