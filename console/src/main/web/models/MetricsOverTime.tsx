import { useCallback, useState } from 'react';
import { Chart, PLOT_CLASS, type Drawing } from '../ui/Chart.tsx';
import { moment } from '../ui/format.ts';
import { measured, measureName, metricText, MODEL, smallerIsBetter } from './metrics.ts';
import type { ModelVersion } from './registry.ts';

/** One measure over the versions, beside what simpler ways reach on the same data. */
export function MetricsOverTime({ versions }: { versions: readonly ModelVersion[] }) {
  const rows = versions.flatMap((v) => measured(v.metrics).map((m) => ({ ...m, at: new Date(v.trained_at), version: v.version, champion: v.aliases.includes('champion') })));
  const compared = new Set(rows.filter((r) => r.who !== MODEL).map((r) => r.measure));
  const measures = [...new Set(rows.filter((r) => r.who === MODEL).map((r) => r.measure))].toSorted((a, b) => Number(compared.has(b)) - Number(compared.has(a)) || a.localeCompare(b));
  const [chosen, setChosen] = useState('');
  const measure = measures.includes(chosen) ? chosen : (measures[0] ?? '');
  const draw = useCallback<Drawing>(
    (Plot, width) => {
      const shown = rows.filter((r) => r.measure === measure);
      const own = shown.filter((r) => r.who === MODEL);
      const others = shown.filter((r) => r.who !== MODEL);
      return Plot.plot({
        className: PLOT_CLASS,
        width,
        height: 220,
        marginLeft: 52,
        marginRight: width > 600 ? 150 : 16,
        x: { type: 'utc', label: null, insetLeft: 20, insetRight: 20 },
        y: { label: measureName(measure), grid: true, nice: true },
        marks: [
          Plot.lineY(others, { x: 'at', y: 'value', z: 'who', stroke: 'var(--base)', strokeDasharray: '3 3' }),
          Plot.dot(others, { x: 'at', y: 'value', fill: 'var(--base)', r: 2.5, tip: { format: { x: false } }, channels: { baseline: 'who' } }),
          Plot.ruleX(own.filter((r) => r.lower !== null), { x: 'at', y1: 'lower', y2: 'upper', stroke: 'var(--accent)', strokeWidth: 2, strokeOpacity: 0.5 }),
          Plot.lineY(own, { x: 'at', y: 'value', stroke: 'var(--accent)', strokeWidth: 2 }),
          Plot.dot(own, {
            x: 'at',
            y: 'value',
            r: (d: (typeof own)[number]) => (d.champion ? 6 : 4),
            fill: (d: (typeof own)[number]) => (d.champion ? 'var(--accent)' : 'var(--surface)'),
            stroke: 'var(--accent)',
            strokeWidth: 2,
            title: (d: (typeof own)[number]) => `${d.version}${d.champion ? ' (champion)' : ''}\n${moment(d.at)}\n${metricText(d.value)}`,
            tip: true,
          }),
          ...(width > 600
            ? [
                Plot.text(
                  others.filter((r) => r.at.getTime() === Math.max(...others.filter((o) => o.who === r.who).map((o) => o.at.getTime()))),
                  { x: 'at', y: 'value', text: 'who', textAnchor: 'start', dx: 10, fill: 'var(--muted)' },
                ),
              ]
            : []),
        ],
      });
    },
    // The rows are made of the versions anew each time.
    [versions, measure],
  );
  if (versions.length < 2) {
    return <p className="small muted">There is one version so far. From the second on, the metrics are drawn over time here.</p>;
  }
  return measures.length === 0 ? null : (
    <div className="stack">
      <label className="row">
        <span className="label">Over time</span>
        <select className="input input-select" value={measure} onChange={(e) => setChosen(e.target.value)}>
          {measures.map((m) => (
            <option key={m} value={m}>
              {measureName(m)}
            </option>
          ))}
        </select>
        <span className="small muted">{smallerIsBetter(measure) ? 'smaller is better' : 'larger is better'}; the filled point is the champion, grey are simpler ways</span>
      </label>
      <Chart
        height={220}
        draw={draw}
        label={`${measureName(measure)} of ${versions.length} versions: ${rows
          .filter((r) => r.measure === measure && r.who === MODEL)
          .slice(0, 6)
          .map((r) => `${r.version} ${metricText(r.value)}`)
          .join(', ')}`}
      />
    </div>
  );
}
