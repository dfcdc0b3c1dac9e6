import { number, signed } from './format.ts';

const clamp = (value: number) => Math.min(100, Math.max(0, value));

/** A value in [0, 1] as a bar with its name and number. */
export function Meter({ label, value, title }: { label: string; value: number; title?: string }) {
  return (
    <div className="meter" title={title}>
      <span className="small muted">{label}</span>
      <span className="meter-track" aria-hidden="true">
        <span style={{ width: `${clamp(value * 100)}%` }} />
      </span>
      <span className="small num">{number(value, 2)}</span>
    </div>
  );
}

export interface Contribution {
  name: string;
  value: number;
}

/** The running sums of contributions: each begins where the one before ended; the last end is their sum. */
export function waterfall(contributions: readonly Contribution[]): { from: number; to: number }[] {
  let sum = 0;
  return contributions.map(({ value }) => {
    const from = sum;
    sum += value;
    return { from, to: sum };
  });
}

/** Contributions as bars that start where the one above ended, so that the last ends at the score. */
export function Factors({ contributions, total, totalName }: { contributions: readonly Contribution[]; total: number; totalName: string }) {
  const spans = waterfall(contributions);
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...ends);
  const high = Math.max(total, ...ends, 0.0001);
  const at = (value: number) => `${((value - low) / (high - low)) * 100}%`;
  const wide = (value: number) => `${(Math.abs(value) / (high - low)) * 100}%`;
  return (
    <table className="factors">
      <caption className="sr-only">
        What the {totalName} of {number(total, 2)} is made of
      </caption>
      <thead className="sr-only">
        <tr>
          <th>Factor</th>
          <th>Bar</th>
          <th>Contribution</th>
        </tr>
      </thead>
      <tbody>
        {contributions.map((factor, i) => {
          const span = spans[i] ?? { from: 0, to: 0 };
          const kind = i === 0 ? 'base' : factor.value < 0 ? 'down' : 'up';
          return (
            <tr key={factor.name}>
              <th scope="row">{factor.name}</th>
              <td aria-hidden="true">
                <span className="factor-track">
                  <span className={`factor-bar factor-${kind}`} style={{ left: at(Math.min(span.from, span.to)), width: wide(factor.value) }} />
                </span>
              </td>
              <td className="num">{i === 0 ? number(factor.value, 3) : signed(factor.value, 3)}</td>
            </tr>
          );
        })}
        <tr className="factors-total">
          <th scope="row">= {totalName}</th>
          <td aria-hidden="true">
            <span className="factor-track">
              <span className="factor-bar factor-total" style={{ left: at(0), width: wide(total) }} />
            </span>
          </td>
          <td className="num">{number(total, 3)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** A level against the level that is required, from 0 to 100. */
export function LevelBar({ current, required, after }: { current: number; required?: number | null; after?: number }) {
  const says = `Level ${number(current)}${after === undefined ? '' : ` to ${number(after)}`}${required == null ? '' : `, ${number(required)} required`}`;
  return (
    <span className="level" role="img" aria-label={says}>
      {required == null ? null : <span className="level-gap" style={{ width: `${clamp(required)}%` }} />}
      {after === undefined ? null : <span className="level-after" style={{ width: `${clamp(after)}%` }} />}
      <span className="level-now" style={{ width: `${clamp(current)}%` }} />
      {required == null ? null : <span className="level-required" style={{ left: `${clamp(required)}%` }} />}
    </span>
  );
}

interface IntervalProps {
  value: number;
  lower: number;
  upper: number;
  /** The ends of the scale. */
  from: number;
  to: number;
  format: (value: number) => string;
  label: string;
}

/** A value with its interval on a scale that shows where zero is. */
export function IntervalBar({ value, lower, upper, from, to, format, label }: IntervalProps) {
  const at = (v: number) => `${clamp(((v - from) / (to - from || 1)) * 100)}%`;
  const crosses = lower < 0 && upper > 0;
  return (
    <span className="interval" role="img" aria-label={`${label}: ${format(value)}, interval ${format(lower)} to ${format(upper)}`}>
      {from <= 0 && to >= 0 ? <span className="interval-zero" style={{ left: at(0) }} /> : null}
      <span
        className={`interval-range ${crosses ? 'interval-unsure' : value < 0 ? 'interval-down' : ''}`}
        style={{ left: at(lower), width: `calc(${at(upper)} - ${at(lower)})` }}
      />
      <span className={`interval-dot ${value < 0 ? 'interval-down' : ''}`} style={{ left: at(value) }} />
    </span>
  );
}
