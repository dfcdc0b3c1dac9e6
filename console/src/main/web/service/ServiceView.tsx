import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '@skillpod/client';
import { api } from '../api/client.ts';
import { useHealth, useKeyState, useReady } from '../api/queries.ts';
import { ViewHead } from '../app/ViewHead.tsx';
import { Chip, type Tone } from '../ui/Chip.tsx';
import { duration, moment, number, percent, words } from '../ui/format.ts';
import { Figure, Panel } from '../ui/Panel.tsx';
import { Empty, Failed, Loading } from '../ui/State.tsx';
import { Inspector } from './Inspector.tsx';
import { OwnCalls } from './OwnCalls.tsx';
import { Routes } from './Routes.tsx';

/** How the service does: speed, errors, what it leans on, and single requests. */
export default function ServiceView() {
  const [live, setLive] = useState(true);
  const keys = useKeyState();
  const status = useQuery({
    queryKey: ['service', keys],
    queryFn: ({ signal }) => api.get('/api/v1/service/status', { signal }),
    refetchInterval: (query) => (live && query.state.error === null ? 5_000 : false),
    staleTime: 0,
  });
  const data = status.data;
  return (
    <>
      <ViewHead title="Service" lead="How fast it answers, what fails, what it leans on, and what happened to a single request.">
        <button type="button" className="button" aria-pressed={live} onClick={() => setLive(!live)}>
          {live ? 'Pause' : 'Go on'}
        </button>
      </ViewHead>
      <Probes status={data} />
      {status.isPending ? <Loading what="state of the service" lines={6} /> : null}
      {status.error !== null && data === undefined ? <Failed admin error={status.error} what="state of the service" retry={() => void status.refetch()} /> : null}
      {data === undefined ? null : (
        <>
          <div className="two">
            <Dependencies status={data} />
            <Caches status={data} />
          </div>
          <Routes routes={data.routes} />
        </>
      )}
      <Inspector live={live} />
      <OwnCalls />
    </>
  );
}

/** What the probes tell without a key. */
function Probes({ status }: { status: Schemas['ServiceStatus'] | undefined }) {
  const health = useHealth();
  const ready = useReady();
  const routes = (status?.routes ?? []).filter((route) => route.route.startsWith('/api/')); // neither probes nor files
  const requests = routes.reduce((sum, route) => sum + route.count, 0);
  const errors = routes.reduce((sum, route) => sum + route.errors, 0);
  const paths = status?.paths ?? [];
  const lists = paths.reduce((sum, path) => sum + path.count, 0);
  const reasons = status?.fallbacks ?? [];
  const fallbacks = reasons.reduce((sum, reason) => sum + reason.count, 0);
  return (
    <dl className="figures">
      <Figure label="Answers" value={ready.data === undefined ? (ready.isPending ? '…' : 'no') : 'yes'} note={ready.data === undefined ? 'see the state above' : 'ready for requests'} />
      <Figure label="Version" value={health.data?.version ?? '–'} note={health.data?.models_loaded ? 'models are loaded' : 'no model is loaded'} />
      <Figure label="Up" value={health.data === undefined ? '–' : duration(health.data.uptime_seconds)} note={status === undefined ? undefined : `since ${moment(status.started_at)}`} />
      {status === undefined ? null : (
        <>
          <Figure label="API requests" value={number(requests)} note={`${requests === 0 ? '0 %' : percent(errors / requests, 1)} failed, last ${duration(status.window_seconds)}`} />
          <Figure label="Lists" value={number(lists)} note={paths.map((p) => `${words(p.path)} ${p.count}`).join(', ') || 'no list was asked for yet'} />
          <Figure label="Fallbacks" value={number(fallbacks)} note={reasons.map((f) => `${words(f.reason)} ${f.count}`).join(', ') || 'all was made as it should be'} />
        </>
      )}
    </dl>
  );
}

const TONES: Record<string, Tone> = { up: 'good', down: 'bad', degraded: 'warn', off: 'plain' };

function Dependencies({ status }: { status: Schemas['ServiceStatus'] }) {
  return (
    <Panel title="What it leans on" call="/api/v1/service/status">
      {status.degraded == null || status.degraded.length === 0 ? null : (
        <p className="note note-warn" role="status">
          <strong>Degraded now:</strong> {status.degraded.join('; ')}
        </p>
      )}
      {status.dependencies == null ? <Empty title="Not available in this version">This service does not watch what it leans on yet.</Empty> : null}
      <table>
        <tbody>
          {(status.dependencies ?? []).map((d) => (
            <tr key={d.name}>
              <th scope="row">{d.name === 'postgresql' ? 'PostgreSQL' : words(d.name)}</th>
              <td>
                <Chip tone={TONES[d.state] ?? 'plain'}>{words(d.state)}</Chip>
              </td>
              <td className="small muted">
                {d.since ? `since ${moment(d.since)}` : ''} {d.detail}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Caches({ status }: { status: Schemas['ServiceStatus'] }) {
  return (
    <Panel title="Caches" call="/api/v1/service/status">
      {status.cache == null ? (
        <Empty title="Not available in this version">This service does not count its caches yet.</Empty>
      ) : status.cache.length === 0 ? (
        <Empty title="No cache is in use" />
      ) : (
        <table>
          <thead>
            <tr>
              <th>Cache</th>
              <th className="num">Hit rate</th>
              <th className="num">Hits</th>
              <th className="num">Misses</th>
              <th className="num">Entries</th>
            </tr>
          </thead>
          <tbody>
            {status.cache.map((c) => (
              <tr key={c.name}>
                <th scope="row">{words(c.name)}</th>
                <td className="num">{c.hits + c.misses === 0 ? '–' : percent(c.hit_rate)}</td>
                <td className="num">
                  {number(c.hits)}
                  {c.redis_hits ? <span className="small muted block">{number(c.redis_hits)} from Redis</span> : null}
                </td>
                <td className="num">{number(c.misses)}</td>
                <td className="num">{c.entries == null ? '–' : number(c.entries)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
