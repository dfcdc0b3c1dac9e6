import type { Schemas } from '@skillpod/client';
import { useGaps, type Profile } from '../api/queries.ts';
import { IntervalBar, LevelBar } from '../ui/Bars.tsx';
import { Chip, Source, type Tone } from '../ui/Chip.tsx';
import { number, percent, points, signed, words } from '../ui/format.ts';
import { Figure, Panel } from '../ui/Panel.tsx';
import { Degraded, Empty, Failed, Loading, Warnings } from '../ui/State.tsx';

type Gap = Schemas['SkillGap'];

const TONES: Record<string, Tone> = { CRITICAL: 'bad', HIGH: 'warn', MEDIUM: 'plain', LOW: 'plain' };

/** What stands between the learner and the work they go for, and what closing each gap is worth. */
export function GapsTab({ before, now }: { before: Profile; now: Profile }) {
  const answer = useGaps(now);
  const data = answer.data;
  const ends = (data?.skill_gaps ?? []).flatMap((g) => (g.closing ? [g.closing.increase_interval.lower, g.closing.increase_interval.upper] : []));
  const payEnds = (data?.skill_gaps ?? []).flatMap((g) =>
    g.closing?.pay_percent_interval ? [g.closing.pay_percent_interval.lower, g.closing.pay_percent_interval.upper] : [],
  );
  return (
    <Panel
      title="Skill gaps"
      lead={
        data === undefined
          ? undefined
          : `${data.target_role ? `towards ${data.target_role.title}` : 'no role is known'} · model ${data.model_version} · ${data.processing_time_ms} ms`
      }
      call="/api/v1/skill-gaps/analyze"
      busy={answer.isFetching}
      actions={<Source of={data?.data_source} />}
    >
      {before !== now ? <p className="note note-accent">What if: with the levels that are tried out on the left.</p> : null}
      <Degraded reasons={data?.degraded} />
      <Warnings of={data?.warnings} />
      {answer.isPending ? <Loading what="skill gaps" lines={8} /> : null}
      {answer.error !== null && data === undefined ? <Failed error={answer.error} what="skill gaps" retry={() => void answer.refetch()} /> : null}
      {data === undefined ? null : data.skill_gaps.length === 0 ? (
        <Empty title="No gap found">Nothing that the learner goes for asks for more than they have, or nothing is known of what they go for.</Empty>
      ) : (
        <>
          <dl className="figures">
            <Figure label="Gaps" value={data.summary.total_gaps} note={`${data.summary.critical_count} critical, ${data.summary.high_count} high`} />
            <Figure label="Average gap" value={number(data.summary.avg_gap_score)} note="of 100" />
            {data.market_context ? <Figure label="Market demand" value={number(data.market_context.avg_market_demand)} note="of 100, on average" /> : null}
          </dl>
          <ol className={answer.isFetching ? 'gaps fading' : 'gaps'}>
            {data.skill_gaps.map((gap) => (
              <GapRow key={gap.skill_id} gap={gap} scale={scale(ends)} payScale={scale(payEnds)} />
            ))}
          </ol>
        </>
      )}
    </Panel>
  );
}

interface Scale {
  from: number;
  to: number;
}

function scale(ends: readonly number[]): Scale {
  return { from: Math.min(0, ...ends), to: Math.max(0.0001, ...ends) };
}

function GapRow({ gap, scale: ofChance, payScale }: { gap: Gap; scale: Scale; payScale: Scale }) {
  const closing = gap.closing;
  return (
    <li className="gap">
      <div className="row between">
        <h3>{gap.skill_name}</h3>
        <div className="row">
          <Chip tone={TONES[gap.priority] ?? 'plain'}>{words(gap.priority)}</Chip>
          <Chip>{words(gap.gap_type)}</Chip>
        </div>
      </div>
      <div className="gap-level">
        <LevelBar current={gap.current_level} required={gap.required_level} />
        <span className="small num nowrap">
          {gap.current_level} of {gap.required_level} required
        </span>
      </div>
      {closing ? (
        <table className="closing">
          <caption className="small muted">What closing it is worth</caption>
          <tbody>
            <tr>
              <th scope="row">Chance to be hired</th>
              <td>
                <IntervalBar
                  label={`Chance to be hired with ${gap.skill_name}`}
                  value={closing.increase}
                  lower={closing.increase_interval.lower}
                  upper={closing.increase_interval.upper}
                  {...ofChance}
                  format={(v) => `${points(v)} points`}
                />
              </td>
              <td className="num">
                {points(closing.increase)} points
                <span className="small muted block">
                  {points(closing.increase_interval.lower)} to {points(closing.increase_interval.upper)} · {percent(closing.success_probability_before)} → {percent(closing.success_probability_after)}
                </span>
              </td>
            </tr>
            {closing.pay_percent == null || !closing.pay_percent_interval ? null : (
              <tr>
                <th scope="row">Median pay offered</th>
                <td>
                  <IntervalBar
                    label={`Median pay with ${gap.skill_name}`}
                    value={closing.pay_percent}
                    lower={closing.pay_percent_interval.lower}
                    upper={closing.pay_percent_interval.upper}
                    {...payScale}
                    format={(v) => `${signed(v, 1)} %`}
                  />
                </td>
                <td className="num">
                  {signed(closing.pay_percent, 1)} %
                  <span className="small muted block">
                    {signed(closing.pay_percent_interval.lower, 1)} to {signed(closing.pay_percent_interval.upper, 1)} %
                  </span>
                </td>
              </tr>
            )}
          </tbody>
        </table>
      ) : (
        <p className="small muted">{gap.career_impact ?? 'What closing it is worth cannot be told from the log.'}</p>
      )}
      <details>
        <summary>Evidence and next steps</summary>
        <div className="stack">
          {closing && gap.career_impact ? <p>{gap.career_impact}</p> : null}
          <div>
            <h4 className="small muted">Why it is required</h4>
            <ul className="bullets">
              {gap.evidence.map((e, i) => (
                <li key={i}>{evidence(e)}</li>
              ))}
            </ul>
          </div>
          <div>
            <h4 className="small muted">Next steps</h4>
            <ol className="bullets">
              {gap.recommended_actions.map((action) => (
                <li key={action}>{action}</li>
              ))}
            </ol>
          </div>
          <p className="small muted">
            Market demand {gap.market_demand_known ? `${number(gap.market_demand_score)} of 100` : 'unknown'} · level from {words(gap.level_source).toLowerCase()}
            {gap.adjacent_skills.length > 0 ? ` · neighbours lend ${gap.adjacent_skills.map((s) => `${s.skill_name} ${number(s.lends, 1)}`).join(', ')}` : ''}
            {closing ? ` · over ${closing.jobs} jobs, ${closing.asking_jobs} ask for it; rests on ${closing.applications} applications, confidence ${number(closing.confidence, 2)}` : ''}
          </p>
        </div>
      </details>
    </li>
  );
}

function evidence(e: Schemas['Evidence']): string {
  const level = `level ${number(e.required_level)}, weight ${number(e.weight, 2)}`;
  const source = e.role_title ? `${words(e.source)}: ${e.role_title}` : words(e.source);
  const chance = e.probability == null ? '' : `, asked for with probability ${percent(e.probability)}`;
  const jobs = e.job_ids.length === 0 ? '' : `, ${e.job_ids.length} jobs`;
  return `${source} (${level}${chance}${jobs})`;
}
