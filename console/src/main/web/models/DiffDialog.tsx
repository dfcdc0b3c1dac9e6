import { Dialog } from '../ui/Dialog.tsx';
import { Failed, Loading } from '../ui/State.tsx';
import { measureName, metricText } from './metrics.ts';
import { useDiff } from './registry.ts';

/** Two versions beside each other. */
export function DiffDialog({ model, from, to, onClose }: { model: string; from: string; to: string; onClose: () => void }) {
  const diff = useDiff(model, from, to);
  const text = (value: number | null | undefined) => (value == null ? '–' : metricText(value));
  return (
    <Dialog title="Compare versions" wide onClose={onClose}>
      {diff.isPending ? <Loading what="differences" /> : null}
      {diff.error === null ? null : <Failed admin error={diff.error} what="comparison" />}
      {diff.data === undefined ? null : (
        <div className="scroll-x" tabIndex={0} role="group" aria-label="Differences">
          <table>
            <thead>
              <tr>
                <th>What</th>
                <th className="num">Champion {from}</th>
                <th className="num">{to}</th>
                <th className="num">Change</th>
              </tr>
            </thead>
            <tbody>
              {diff.data.metrics.map((row) => (
                <tr key={row.name}>
                  <th scope="row">{measureName(row.name)}</th>
                  <td className="num">{text(row.from)}</td>
                  <td className="num">{text(row.to)}</td>
                  <td className="num">{text(row.change)}</td>
                </tr>
              ))}
              {diff.data.rows.map((row) => (
                <tr key={row.name}>
                  <th scope="row">rows: {row.name}</th>
                  <td className="num">{text(row.from)}</td>
                  <td className="num">{text(row.to)}</td>
                  <td className="num">{text(row.change)}</td>
                </tr>
              ))}
              {diff.data.parameters.map((row) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  <td className="wrap">{row.from ?? '–'}</td>
                  <td className="wrap">{row.to ?? '–'}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}
