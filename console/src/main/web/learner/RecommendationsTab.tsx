import type { Schemas } from '@skillpod/client';
import { useRecommendations, useSkills, type Profile } from '../api/queries.ts';
import { Factors, Meter } from '../ui/Bars.tsx';
import { Chip, Source } from '../ui/Chip.tsx';
import { minutes, score, signed, words } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import { Degraded, Empty, Failed, Loading, Warnings } from '../ui/State.tsx';
import { moves, type Move } from './profile.ts';

type Item = Schemas['RecommendationItem'];

const METHODS: Record<string, string> = {
  hybrid: 'from profile and history',
  cold_start: 'from the profile alone: no history yet',
  popular_fallback: 'from what others do: nothing is known of this learner',
};

/** The list that the learner would see, each item with its reason and what its score is made of. */
export function RecommendationsTab({ before, now, onReset }: { before: Profile; now: Profile; onReset: () => void }) {
  const plain = useRecommendations(before);
  const answer = useRecommendations(now);
  const trying = before !== now;
  const moved = trying && plain.data && answer.data ? moves(plain.data.recommendations, answer.data.recommendations) : null;
  const gone =
    moved === null ? [] : (plain.data?.recommendations ?? []).filter((item) => !moved.has(item.content_id));
  const data = answer.data;
  return (
    <Panel
      title="Recommendations"
      lead={data === undefined ? undefined : `${METHODS[data.generation_method] ?? data.generation_method} · model ${data.model_version} · ${data.processing_time_ms} ms`}
      call="/api/v1/recommendations/generate"
      busy={answer.isFetching}
      actions={<Source of={data?.data_source} />}
    >
      {trying ? (
        <div className="note note-accent row between" role="status">
          <span>
            <strong>What if:</strong>{' '}
            {(now.skills ?? [])
              .filter((s) => !(before.skills ?? []).some((o) => o.skill_id === s.skill_id && o.current_level === s.current_level))
              .map((s) => `${s.skill_name} at ${s.current_level}`)
              .join(', ')}
            {answer.isFetching ? ' – asking …' : ''}
          </span>
          <button type="button" className="button button-quiet" onClick={onReset}>
            Back to the real profile
          </button>
        </div>
      ) : null}
      <Degraded reasons={data?.degraded} />
      <Warnings of={data?.warnings} />
      {answer.isPending ? <Loading what="recommendations" lines={8} /> : null}
      {answer.error !== null && data === undefined ? <Failed error={answer.error} what="recommendations" retry={() => void answer.refetch()} /> : null}
      {data !== undefined && data.recommendations.length === 0 ? (
        <Empty title="Nothing to recommend">No content is relevant enough: none reaches the confidence that was asked for.</Empty>
      ) : null}
      {data === undefined ? null : (
        <ol className={answer.isFetching ? 'cards fading' : 'cards'}>
          {data.recommendations.map((item, place) => (
            <Card key={item.content_id} item={item} place={place + 1} move={moved?.get(item.content_id)} />
          ))}
        </ol>
      )}
      {gone.length > 0 ? (
        <p className="small muted">
          No longer in the list: {gone.map((item) => item.title).join('; ')}.
        </p>
      ) : null}
    </Panel>
  );
}

function Card({ item, place, move }: { item: Item; place: number; move: Move | undefined }) {
  const skills = useSkills();
  const name = (id: string) => skills.data?.find((s) => s.skill_id === id)?.name ?? id;
  return (
    <li className="card">
      <div className="card-place" aria-hidden="true">
        {place}
      </div>
      <div className="stack grow">
        <div className="row between card-head">
          <div className="grow">
            <h3>{item.url ? <a href={item.url}>{item.title}</a> : item.title}</h3>
            <p className="small muted">
              {[words(item.content_type), item.provider, item.estimated_duration_minutes ? minutes(item.estimated_duration_minutes) : null, item.target_skill_ids.map(name).join(', ')]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <div className="card-score">
            <span className="num">{score(item.overall_score)}</span>
            <MoveText move={move} />
          </div>
        </div>
        <p>{item.reasoning}</p>
        <div className="row">
          <Chip tone="accent">{words(item.recommendation_type)}</Chip>
          {item.explored ? (
            <Chip title={`Chance put it here to learn what the ranking does not know; probability ${score(item.propensity)}`}>Explored</Chip>
          ) : null}
        </div>
        <div className="meters">
          <Meter label="Relevance" value={item.relevance_score} title="Calibrated probability of a useful engagement" />
          <Meter label="Urgency" value={item.urgency_score} />
          <Meter label="Impact" value={item.impact_score} title="Expected progress towards the role or goals" />
          <Meter label="Confidence" value={item.confidence_score} title="How sure the relevance is" />
        </div>
        <details open={place === 1}>
          <summary>Why this score</summary>
          <Factors contributions={item.factors} total={item.overall_score} totalName="overall score" />
        </details>
      </div>
    </li>
  );
}

function MoveText({ move }: { move: Move | undefined }) {
  if (move === undefined) {
    return null;
  }
  if (move.places === null) {
    return <Chip tone="good">new</Chip>;
  }
  const arrow = move.places > 0 ? `▲ ${move.places}` : move.places < 0 ? `▼ ${-move.places}` : '=';
  const said = move.places > 0 ? `up ${move.places}` : move.places < 0 ? `down ${-move.places}` : 'same place';
  return (
    <span className="small nowrap">
      <span aria-hidden="true">{arrow}</span>
      <span className="sr-only">{said}</span> <span className="num muted">{signed(move.score)}</span>
    </span>
  );
}
