import type { Schemas } from '@skillpod/client';
import { Chip } from '../ui/Chip.tsx';
import { words } from '../ui/format.ts';
import { metricText } from './metrics.ts';

/** What a version had to pass before it may answer. */
export function GateChecks({ gate }: { gate: Schemas['Gate'] | null | undefined }) {
  if (gate == null) {
    return <span className="small muted">not checked</span>;
  }
  return (
    <details className="gate">
      <summary>
        <Chip tone={gate.passed ? 'good' : 'bad'}>{gate.passed ? 'Gate passed' : 'Gate refused'}</Chip>
      </summary>
      {gate.reasons.length === 0 ? null : <p className="small">{gate.reasons.join('; ')}</p>}
      <table>
        <thead>
          <tr>
            <th>Check</th>
            <th className="num">Champion</th>
            <th className="num">Candidate</th>
            <th>Result</th>
          </tr>
        </thead>
        <tbody>
          {gate.checks.map((check) => (
            <tr key={check.name}>
              <th scope="row">
                {words(check.name)}
                {check.detail ? <span className="small muted block">{check.detail}</span> : null}
              </th>
              <td className="num">{check.champion == null ? '–' : metricText(check.champion)}</td>
              <td className="num">
                {check.candidate == null ? '–' : metricText(check.candidate)}
                {check.lower == null || check.upper == null ? null : (
                  <span className="small muted block">
                    {metricText(check.lower)} to {metricText(check.upper)}
                  </span>
                )}
              </td>
              <td>
                <Chip tone={check.passed ? 'good' : 'bad'}>{check.passed ? 'passed' : 'refused'}</Chip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
