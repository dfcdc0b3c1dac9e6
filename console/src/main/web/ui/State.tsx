import { useState, type FormEvent, type ReactNode } from 'react';
import { SkillPodError } from '@skillpod/client';
import { statusOf } from '../api/client.ts';
import { setKey, useKeys, type Role } from '../api/keys.ts';

/** A place that waits for its content, with the height that this will have. */
export function Loading({ what, lines = 3 }: { what: string; lines?: number }) {
  return (
    <div className="loading" role="status">
      <span className="sr-only">Loading {what} …</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="bone" style={{ width: `${92 - ((i * 23) % 45)}%` }} />
      ))}
    </div>
  );
}

/** A place that has nothing to show, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h3>{title}</h3>
      {children === undefined ? null : <div className="muted">{children}</div>}
    </div>
  );
}

/** What to show in the place of an answer that did not come. */
export function Failed({ error, what, admin = false, retry }: { error: unknown; what: string; admin?: boolean; retry?: () => void }) {
  const status = statusOf(error);
  if (status === 401 || status === 403) {
    return <KeyNeeded refused={status === 403} role={admin ? 'admin' : 'caller'} />;
  }
  if (status === 404 && error instanceof SkillPodError && !/^there is nothing at this path/.test(error.message)) {
    return <Empty title="Not found">{error.message}</Empty>;
  }
  if (status === 501 || status === 404 || status === 405) {
    return (
      <div className="state">
        <h3>Not available in this version</h3>
        <p className="muted">This service does not offer this yet ({what}). Nothing is shown in its place.</p>
      </div>
    );
  }
  const problem = error instanceof SkillPodError ? error.problem : {};
  return (
    <div className="state state-bad" role="alert">
      <h3>{status === 0 ? 'The service does not answer' : status === 503 ? 'The service cannot answer now' : `No ${what}`}</h3>
      <p>{status === 0 ? 'It may be stopped, or the connection is lost.' : error instanceof Error ? error.message : String(error)}</p>
      {(problem.errors ?? []).slice(0, 5).map((field, i) => (
        <p key={i} className="small">
          <code>{field.field}</code> {field.message}
        </p>
      ))}
      <div className="row">
        {retry === undefined ? null : (
          <button className="button" type="button" onClick={retry}>
            Try again
          </button>
        )}
        {problem.request_id === undefined || problem.request_id === null ? null : (
          <span className="small muted">request {problem.request_id}</span>
        )}
      </div>
    </div>
  );
}

/** Says that part of an answer is missing, and why. */
export function Degraded({ reasons, title = 'Degraded answer.' }: { reasons: readonly string[] | null | undefined; title?: string }) {
  return reasons === undefined || reasons === null || reasons.length === 0 ? null : (
    <div className="note note-warn" role="status">
      <strong>{title}</strong> {reasons.join('; ')}
    </div>
  );
}

export function Warnings({ of }: { of: readonly string[] | null | undefined }) {
  return of === undefined || of === null || of.length === 0 ? null : (
    <ul className="note">
      {of.map((text, i) => (
        <li key={i}>{text}</li>
      ))}
    </ul>
  );
}

const KEYS: Record<Role, { title: string; from: ReactNode }> = {
  caller: {
    title: 'This service asks every caller for a key',
    from: 'It is the service token, or a key that an operator made for you.',
  },
  admin: {
    title: 'This needs the admin key',
    from: (
      <>
        A service without keys of its own prints one at its start: <code>admin key of this start: skp_…</code>.
      </>
    ),
  },
};

/** Asks for the key that a route wants. */
function KeyNeeded({ refused, role }: { refused: boolean; role: Role }) {
  const keys = useKeys();
  const [typed, setTyped] = useState('');
  const given = keys[role] !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setKey(role, typed);
    setTyped('');
  };
  return (
    <form className="state" onSubmit={submit}>
      <h3>{given ? (refused ? 'The key that was given may not see this' : 'The key that was given is not known') : KEYS[role].title}</h3>
      <p className="muted">{KEYS[role].from} It stays in the memory of this page and goes when the page is closed.</p>
      <div className="row">
        <label className="grow">
          <span className="sr-only">{role === 'admin' ? 'Admin key' : 'Caller key'}</span>
          <input
            className="input"
            type="password"
            autoComplete="off"
            spellCheck={false}
            placeholder="skp_…"
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
          />
        </label>
        <button className="button button-main" disabled={typed.trim() === ''}>
          Use this key
        </button>
      </div>
    </form>
  );
}
