import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '@skillpod/client';
import { api } from '../api/client.ts';
import { useKeyState } from '../api/queries.ts';
import { Chip } from '../ui/Chip.tsx';
import { clock, milliseconds, words } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import { Empty, Failed, Loading } from '../ui/State.tsx';

/** The latest requests, and where each spent its time. */
export function Inspector({ live }: { live: boolean }) {
  const keys = useKeyState();
  const [route, setRoute] = useState('');
  const [status, setStatus] = useState('');
  const [picked, setPicked] = useState<Schemas['ServedRequest'] | null>(null);
  const wanted = /^[1-5]\d\d$/.test(status) ? Number(status) : undefined;
  const answer = useQuery({
    queryKey: ['requests', wanted, keys],
    queryFn: ({ signal }) => api.get('/api/v1/service/requests', { query: { limit: 200, status: wanted }, signal }),
    refetchInterval: (query) => (live && query.state.error === null ? 3_000 : false),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const requests = (answer.data?.requests ?? []).filter((r) => r.route !== '/' && !r.route.startsWith('/assets/') && r.route.includes(route.trim()));
  const shown = picked ?? requests.find((r) => r.stages.length > 0) ?? requests[0] ?? null;
  return (
    <Panel title="Requests" lead="The latest, newest first, as the service saw them; without the files of this page." call="/api/v1/service/requests">
      {answer.isPending ? <Loading what="requests" lines={5} /> : null}
      {answer.error !== null && answer.data === undefined ? <Failed admin error={answer.error} what="request inspector" retry={() => void answer.refetch()} /> : null}
      {answer.data === undefined ? null : (
        <>
          <div className="row controls">
            <label className="field grow">
              <span className="label">Route</span>
              <input className="input" placeholder="/api/v1/recommendations/generate" value={route} onChange={(e) => setRoute(e.target.value)} />
            </label>
            <label className="field">
              <span className="label">Status</span>
              <input className="input input-short" placeholder="200" inputMode="numeric" value={status} onChange={(e) => setStatus(e.target.value.replace(/\D/g, ''))} />
            </label>
          </div>
          {requests.length === 0 ? (
            <Empty title="No such request">Requests show here as they are answered.</Empty>
          ) : (
            <div className="inspector">
              <ul className="calls-list" aria-label="Requests, newest first">
                {requests.map((r) => (
                  <li key={`${r.request_id}-${r.at}`}>
                    <button type="button" aria-pressed={shown?.request_id === r.request_id} onClick={() => setPicked(r)}>
                      <span className="mono">
                        <b>{r.method}</b> {r.route}
                      </span>
                      <span className="small muted">
                        {clock(r.at)} · {milliseconds(r.ms)} · {r.status}
                        {r.cached ? ' · from the cache' : ''}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
              {shown === null ? null : <Detail request={shown} />}
            </div>
          )}
        </>
      )}
    </Panel>
  );
}

function Detail({ request }: { request: Schemas['ServedRequest'] }) {
  let began = 0;
  const whole = Math.max(request.ms, ...request.stages.map((s) => s.ms), 0.001);
  const spans = request.stages.map((stage) => {
    const from = began;
    began += stage.ms;
    return { ...stage, from };
  });
  const rest = request.ms - began;
  return (
    <div className="stack">
      <div className="row">
        <Chip tone={request.status < 400 ? 'good' : request.status < 500 ? 'warn' : 'bad'}>{request.status}</Chip>
        <b className="num">{milliseconds(request.ms)}</b>
        {request.path ? <Chip tone="accent">{words(request.path)}</Chip> : null}
        {request.cached ? <Chip>From the cache</Chip> : null}
      </div>
      {spans.length === 0 ? (
        <p className="small muted">No stages were recorded for this route.</p>
      ) : (
        <table className="factors">
          <caption className="sr-only">Where the time went</caption>
          <tbody>
            {spans.map((s) => (
              <tr key={s.name}>
                <th scope="row">{words(s.name)}</th>
                <td aria-hidden="true">
                  <span className="factor-track">
                    <span className="factor-bar factor-up" style={{ left: `${(s.from / whole) * 100}%`, width: `${(s.ms / whole) * 100}%` }} />
                  </span>
                </td>
                <td className="num">{milliseconds(s.ms)}</td>
              </tr>
            ))}
            {rest > 0.05 ? (
              <tr>
                <th scope="row">Everything else</th>
                <td aria-hidden="true">
                  <span className="factor-track">
                    <span className="factor-bar factor-base" style={{ left: `${(began / whole) * 100}%`, width: `${(rest / whole) * 100}%` }} />
                  </span>
                </td>
                <td className="num">{milliseconds(rest)}</td>
              </tr>
            ) : null}
          </tbody>
        </table>
      )}
      <dl className="facts">
        <Fact name="Request" value={request.request_id} />
        <Fact name="Model version" value={request.model_version} />
        <Fact name="Tenant" value={request.tenant_id} />
        <Fact name="Caller" value={request.calling_service} />
      </dl>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string | null | undefined }) {
  return value == null || value === '' ? null : (
    <div>
      <dt className="small muted">{name}</dt>
      <dd className="mono wrap">{value}</dd>
    </div>
  );
}
