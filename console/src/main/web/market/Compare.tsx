import { useCallback, useMemo } from 'react';
import type { Schemas } from '@skillpod/client';
import { useSkills } from '../api/queries.ts';
import { IntervalBar } from '../ui/Bars.tsx';
import { Chart, PLOT_CLASS, type Drawing } from '../ui/Chart.tsx';
import { Source } from '../ui/Chip.tsx';
import { Combobox } from '../ui/Combobox.tsx';
import { number, signedPercent } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import { Empty, Failed, Loading } from '../ui/State.tsx';
import { ahead, past, useForecasts } from './trends.ts';

const MOST = 6;

interface CompareProps {
  skills: readonly string[];
  /** Whether nobody chose these skills yet. */
  example: boolean;
  onChange: (skills: readonly string[]) => void;
}

/** Several skills on one scale. */
export function Compare({ skills, example, onChange }: CompareProps) {
  const ids = skills.slice(0, MOST);
  const order = ids.join(',');
  const catalog = useSkills();
  const answers = useForecasts(ids);
  const failed = answers.find((a) => a.error !== null);
  const key = answers.map((a) => a.dataUpdatedAt).join(',');
  const forecasts = useMemo(
    () => answers.flatMap((a) => (a.data === undefined ? [] : [a.data.forecast])),
    // The answers are a new list each time; their times tell whether they are new.
    [key, order],
  );
  const colour = useCallback((id: string) => `var(--series-${(order.split(',').indexOf(id) % MOST) + 1})`, [order]);
  const ends = forecasts.flatMap((f) => [f.growth.lower_bound, f.growth.upper_bound]);
  const from = Math.min(0, ...ends);
  const to = Math.max(0.001, ...ends);
  return (
    <Panel
      title="Compare skills"
      lead={example ? 'The three that rise most, until you choose.' : 'Up to six skills.'}
      call="/api/v1/trends/forecast/"
      actions={<Source of={answers[0]?.data?.data_source} />}
    >
      <div className="compare-pick">
        <Combobox
          label="Add a skill"
          placeholder="SQL"
          options={(catalog.data ?? []).filter((s) => !ids.includes(s.skill_id)).map((s) => ({ id: s.skill_id, label: s.name, note: s.area }))}
          onPick={(option) => onChange([...(example ? [] : ids), option.id].slice(-MOST))}
        />
      </div>
      {failed === undefined ? null : <Failed error={failed.error} what="forecast" retry={() => void failed.refetch()} />}
      {ids.length === 0 ? <Empty title="No skill chosen">Add one above.</Empty> : null}
      {ids.length > 0 && forecasts.length === 0 && failed === undefined ? <Loading what="forecasts" lines={6} /> : null}
      {forecasts.length === 0 ? null : (
        <>
          <Lines forecasts={forecasts} colour={colour} />
          <div className="scroll-x">
          <table className="top-skills compare-table">
            <thead>
              <tr>
                <th>Skill</th>
                <th>Change within a year, 80 % interval</th>
                <th className="num">Change</th>
                <th className="num">Postings now</th>
                <th>
                  <span className="sr-only">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {forecasts.map((f) => (
                <tr key={f.skill_id}>
                  <th scope="row">
                    <span className="swatch" style={{ background: colour(f.skill_id) }} /> {f.skill_name ?? f.skill_id}
                  </th>
                  <td>
                    <IntervalBar label={f.skill_name ?? f.skill_id} value={f.growth.expected} lower={f.growth.lower_bound} upper={f.growth.upper_bound} from={from} to={to} format={(v) => signedPercent(v)} />
                  </td>
                  <td className="num">{signedPercent(f.growth.expected)}</td>
                  <td className="num">{number(f.recent_postings)}</td>
                  <td className="num">
                    <button type="button" className="button button-quiet" aria-label={`Remove ${f.skill_name ?? f.skill_id}`} onClick={() => onChange(ids.filter((id) => id !== f.skill_id))}>
                      <span aria-hidden="true">✕</span>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          </div>
        </>
      )}
    </Panel>
  );
}

const HEIGHT = 280;
const LINE = 15;

/** Pixels by which each label must move down so that labels of lines that end close together do not overlap. */
export function spread(ends: readonly number[], top: number): number[] {
  const pixel = (value: number) => (1 - value / top) * (HEIGHT - 50);
  const order = ends.map((value, i) => ({ i, at: pixel(value) })).toSorted((a, b) => a.at - b.at);
  const moved = new Array<number>(ends.length).fill(0);
  let last = Number.NEGATIVE_INFINITY;
  for (const { i, at } of order) {
    const free = Math.max(at, last + LINE);
    moved[i] = free - at;
    last = free;
  }
  return moved;
}

function Lines({ forecasts, colour }: { forecasts: readonly Schemas['TrendForecast'][]; colour: (id: string) => string }) {
  const draw = useCallback<Drawing>(
    (Plot, width) => {
      const lines = forecasts.map((f) => ({ id: f.skill_id, name: f.skill_name ?? f.skill_id, known: past(f), coming: ahead(f, undefined) }));
      const top = Math.max(1, ...lines.flatMap((l) => [...l.known, ...l.coming].map((m) => m.postings)));
      const moved = spread(
        lines.map((l) => l.coming.at(-1)?.postings ?? 0),
        top,
      );
      const labelled = width > 600;
      return Plot.plot({
        className: PLOT_CLASS,
        width,
        height: HEIGHT,
        marginLeft: 52,
        marginRight: labelled ? 180 : 16,
        x: { type: 'utc', label: null },
        y: { label: 'Postings a month', grid: true, domain: [0, top * 1.04] },
        marks: lines.flatMap((l, i) => [
          Plot.lineY(l.known, { x: 'month', y: 'postings', stroke: colour(l.id), strokeWidth: 1.6 }),
          Plot.lineY(l.coming, { x: 'month', y: 'postings', stroke: colour(l.id), strokeWidth: 2, strokeDasharray: '4 3' }),
          ...(labelled
            ? [Plot.text(l.coming.slice(-1), { x: 'month', y: 'postings', text: () => l.name, fill: colour(l.id), fontWeight: 600, textAnchor: 'start', dx: 8, dy: moved[i] ?? 0 })]
            : []),
        ]),
      });
    },
    [forecasts, colour],
  );
  return <Chart height={HEIGHT} draw={draw} label={`Monthly postings and forecasts of ${forecasts.map((f) => f.skill_name ?? f.skill_id).join(', ')}.`} />;
}
