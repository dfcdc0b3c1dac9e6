import type { Model } from '../api/queries.ts';
import { Chip, Source } from '../ui/Chip.tsx';
import { ago, day, moment, number, percent, words } from '../ui/format.ts';
import { Figure, Panel } from '../ui/Panel.tsx';
import { comparisons, measureName, metricText, MODEL, smallerIsBetter, type Comparison } from './metrics.ts';

/** The model in service: where it comes from, and its metrics beside those of simpler ways. */
export function ModelPanel({ model }: { model: Model }) {
  const { compared, alone } = comparisons(model.metrics);
  const roles = Object.entries(model.aliases);
  return (
    <Panel
      title={words(model.name)}
      lead={
        <>
          In service: version <code>{model.version}</code>, trained {ago(model.trained_at)} with seed {model.seed}
        </>
      }
      call="/api/v1/models/status"
      actions={
        <>
          {roles.map(([alias, version]) => (
            <Chip key={alias} tone={alias === 'champion' ? 'good' : 'accent'} title={version}>
              {words(alias)}: {version === model.version ? 'this version' : version}
            </Chip>
          ))}
          <Source of={model.data_source} />
        </>
      }
    >
      <dl className="figures">
        <Figure label="Trained" value={day(model.trained_at)} note={moment(model.trained_at)} />
        <Figure label="Data" value={`${day(model.data_from)}`} note={`until ${day(model.data_until)}`} />
        {Object.entries(model.row_counts)
          .slice(0, 3)
          .map(([name, rows]) => (
            <Figure key={name} label={words(name)} value={number(rows)} />
          ))}
      </dl>
      {model.shadow_agreement == null ? null : (
        <p className="note">
          The shadow <code>{model.shadow_agreement.version}</code> was compared with {number(model.shadow_agreement.compared)} answered lists:{' '}
          {model.shadow_agreement.overlap == null
            ? 'none could be compared yet.'
            : `it shows ${percent(model.shadow_agreement.overlap)} of the same contents${model.shadow_agreement.rank_correlation == null ? '' : `, in an order that agrees by ${number(model.shadow_agreement.rank_correlation, 2)} (Kendall's tau)`}.`}
        </p>
      )}
      {compared.length === 0 ? null : <h3>Against simpler ways, on data held out before fitting</h3>}
      <div className="comparisons">
        {compared.map((c) => (
          <Bars key={c.measure} comparison={c} />
        ))}
      </div>
      <details>
        <summary>More numbers, parameters and rows</summary>
        <div className="two">
          <table>
            <caption className="sr-only">Metrics without a baseline</caption>
            <tbody>
              {alone.map((m) => (
                <tr key={m.measure}>
                  <th scope="row">{measureName(m.measure)}</th>
                  <td className="num">{metricText(m.value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <table>
            <caption className="sr-only">Parameters and rows</caption>
            <tbody>
              {[...Object.entries(model.parameters), ...Object.entries(model.row_counts).map(([k, v]) => [`rows: ${k}`, number(v)] as const)].map(([name, value]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="wrap">
                    <code>{value}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Panel>
  );
}

function Bars({ comparison }: { comparison: Comparison }) {
  const { measure, rows } = comparison;
  const most = Math.max(0.0001, ...rows.map((r) => Math.max(r.value, r.upper ?? 0)));
  return (
    <div className="comparison">
      <h4>
        {measureName(measure)} <span className="small muted">{smallerIsBetter(measure) ? 'smaller is better' : 'larger is better'}</span>
      </h4>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.who}>
              <th scope="row">{row.who === MODEL ? <b>{row.who}</b> : row.who}</th>
              <td aria-hidden="true">
                <span className="metric-track">
                  <span className={row.who === MODEL ? 'metric-bar metric-own' : 'metric-bar'} style={{ width: `${(Math.max(0, row.value) / most) * 100}%` }} />
                  {row.lower === null || row.upper === null ? null : (
                    <span className="metric-interval" style={{ left: `${(row.lower / most) * 100}%`, width: `${((row.upper - row.lower) / most) * 100}%` }} />
                  )}
                </span>
              </td>
              <td className="num">{metricText(row.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
