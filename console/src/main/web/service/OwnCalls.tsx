import { useCalls, type Call } from '../api/calls.ts';
import { openCalls } from '../app/drawer.ts';
import { milliseconds, number } from '../ui/format.ts';
import { grouped } from '../ui/group.ts';
import { Panel } from '../ui/Panel.tsx';
import { Empty } from '../ui/State.tsx';

/** What this page itself asked, measured where it is read. */
export function OwnCalls() {
  const calls = useCalls();
  const routes = [...grouped(calls, (call) => `${call.method} ${call.url.split('?')[0]}`)];
  return (
    <Panel title="Calls of this page" lead="As your browser saw them: the way there and back included. Each can be copied as curl, TypeScript or Python." call="">
      {routes.length === 0 ? (
        <Empty title="No call yet" />
      ) : (
        <div className="scroll-x">
          <table>
            <thead>
              <tr>
                <th>Call</th>
                <th className="num">Times</th>
                <th className="num">Failed</th>
                <th className="num">Median</th>
              </tr>
            </thead>
            <tbody>
              {routes.map(([route, made]) => (
                <tr key={route}>
                  <th scope="row">
                    <button type="button" className="link mono" onClick={() => openCalls(route.split(' ')[1] ?? '')}>
                      {route}
                    </button>
                  </th>
                  <td className="num">{number(made.length)}</td>
                  <td className="num">{number(made.filter((c) => c.status === 0 || c.status >= 400).length)}</td>
                  <td className="num">{milliseconds(median(made))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function median(calls: readonly Call[]): number {
  const times = calls.map((c) => c.milliseconds).toSorted((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}
