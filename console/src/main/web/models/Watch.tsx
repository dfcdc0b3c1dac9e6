import type { ModelsStatus } from '../api/queries.ts';
import { Chip, type Tone } from '../ui/Chip.tsx';
import { ago, duration, number, words } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import { Empty } from '../ui/State.tsx';
import { metricText } from './metrics.ts';

const TONES: Record<string, Tone> = { stable: 'good', moderate: 'warn', drifted: 'bad', fresh: 'good', ok: 'good', stale: 'warn', old: 'warn', missing: 'bad', empty: 'plain' };
const tone = (state: string): Tone => TONES[state.toLowerCase()] ?? 'plain';

/** Whether what comes in still looks like what the models were trained on, and whether they still say the truth. */
export function Watch({ status }: { status: ModelsStatus }) {
  const { drift, freshness, calibration } = status;
  return (
    <div className="two">
      <Panel title="Drift" lead="How far today's inputs are from those the models were trained on (population stability index; under 0.1 is stable, over 0.25 has drifted)." call="/api/v1/models/status">
        {drift.length === 0 ? (
          <Empty title="Nothing to compare yet">Drift is told from 300 served lists of a model on.</Empty>
        ) : (
          <table className="top-skills">
            <tbody>
              {drift
                .toSorted((a, b) => b.psi - a.psi)
                .slice(0, 12)
                .map((row) => (
                  <tr key={`${row.model}-${row.feature}`}>
                    <th scope="row">
                      {words(row.feature)} <span className="small muted">{row.model}</span>
                    </th>
                    <td aria-hidden="true">
                      <span className="metric-track">
                        <span className="metric-bar metric-own" style={{ width: `${Math.min(100, row.psi * 200)}%` }} />
                      </span>
                    </td>
                    <td className="num">{number(row.psi, 3)}</td>
                    <td className="num">
                      <Chip tone={tone(row.state)}>{words(row.state)}</Chip>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        )}
      </Panel>
      <div className="stack loose">
        <Panel title="Freshness" lead="How old the newest row of each source is." call="/api/v1/models/status">
          {freshness.length === 0 ? (
            <Empty title="No source is watched" />
          ) : (
            <table>
              <tbody>
                {freshness.map((row) => (
                  <tr key={row.source}>
                    <th scope="row">{words(row.source)}</th>
                    <td>{row.newest == null ? 'nothing yet' : row.age_seconds == null ? ago(row.newest) : `${duration(row.age_seconds)} old`}</td>
                    <td className="num">
                      <Chip tone={tone(row.state)}>{words(row.state)}</Chip>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Panel>
        <Panel title="Calibration" lead="What the models foretold against what happened." call="/api/v1/models/status">
          {calibration.length === 0 ? (
            <Empty title="Too early to tell">It is told from served lists that are three weeks old.</Empty>
          ) : (
            <table>
              <thead>
                <tr>
                  <th>Model</th>
                  <th className="num">Foretold</th>
                  <th className="num">Happened</th>
                  <th className="num">Of</th>
                </tr>
              </thead>
              <tbody>
                {calibration.map((row) => (
                  <tr key={`${row.model}-${row.metric}`}>
                    <th scope="row">
                      {row.model} <span className="small muted">{words(row.metric)}</span>
                    </th>
                    <td className="num">{metricText(row.expected)}</td>
                    <td className="num">{metricText(row.observed)}</td>
                    <td className="num">{number(row.n)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Panel>
      </div>
    </div>
  );
}
