import { Fragment, useState } from 'react';
import type { Schemas } from '@skillpod/client';
import { milliseconds, number, percent } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import { Empty } from '../ui/State.tsx';

type RouteRow = Schemas['RouteUse'];

/** The latency of each route, and of its stages. */
export function Routes({ routes }: { routes: readonly RouteRow[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const shown = routes.toSorted((a, b) => b.count - a.count);
  const most = Math.max(1, ...shown.map((r) => r.p99_ms));
  return (
    <Panel title="Latency by route" lead="Half of the answers take at most p50, all but one in a hundred at most p99. Choose a route for its stages." call="/api/v1/service/status">
      {shown.length === 0 ? (
        <Empty title="No request yet" />
      ) : (
        <div className="scroll-x">
          <table className="routes">
            <thead>
              <tr>
                <th>Route</th>
                <th className="num">Requests</th>
                <th className="num">Errors</th>
                <th>p50, p95, p99</th>
                <th className="num">p50</th>
                <th className="num">p95</th>
                <th className="num">p99</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((route) => {
                const key = `${route.method} ${route.route}`;
                return (
                  <Fragment key={key}>
                    <tr>
                      <th scope="row">
                        <button type="button" className="link mono" disabled={route.stages.length === 0} aria-expanded={open === key} onClick={() => setOpen(open === key ? null : key)}>
                          {key}
                        </button>
                      </th>
                      <td className="num">{number(route.count)}</td>
                      <td className={route.errors > 0 ? 'num bad' : 'num'}>{percent(route.error_rate, 1)}</td>
                      <td>
                        <LatencyBar row={route} most={most} />
                      </td>
                      <td className="num">{milliseconds(route.p50_ms)}</td>
                      <td className="num">{milliseconds(route.p95_ms)}</td>
                      <td className="num">{milliseconds(route.p99_ms)}</td>
                    </tr>
                    {open === key
                      ? route.stages.map((stage) => (
                          <tr key={stage.name} className="stage-row">
                            <th scope="row">{stage.name}</th>
                            <td />
                            <td />
                            <td>
                              <LatencyBar row={stage} most={Math.max(1, route.p99_ms)} />
                            </td>
                            <td className="num">{milliseconds(stage.p50_ms)}</td>
                            <td className="num">{milliseconds(stage.p95_ms)}</td>
                            <td className="num">{milliseconds(stage.p99_ms)}</td>
                          </tr>
                        ))
                      : null}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function LatencyBar({ row, most }: { row: { p50_ms: number; p95_ms: number; p99_ms: number }; most: number }) {
  const wide = (value: number) => ({ width: `${Math.min(100, (value / most) * 100)}%` });
  return (
    <span className="latency" aria-hidden="true">
      <span className="latency-99" style={wide(row.p99_ms)} />
      <span className="latency-95" style={wide(row.p95_ms)} />
      <span className="latency-50" style={wide(row.p50_ms)} />
    </span>
  );
}
