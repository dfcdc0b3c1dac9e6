import { useState } from 'react';
import { useCalls, type Call } from '../api/calls.ts';
import { isAdminRoute, useKeys } from '../api/keys.ts';
import { LANGUAGES, snippet, type Language } from '../api/snippets.ts';
import { Chip } from '../ui/Chip.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { clock, milliseconds } from '../ui/format.ts';
import { Empty } from '../ui/State.tsx';
import { Segmented } from '../ui/Tabs.tsx';
import { closeCalls, openCalls, useShownCalls } from './drawer.ts';

/** The calls that this page made, each as code to copy. */
export function CallsDrawer() {
  const prefix = useShownCalls();
  return prefix === null ? null : <Calls prefix={prefix} />;
}

function Calls({ prefix }: { prefix: string }) {
  const calls = useCalls().filter((call) => call.url.startsWith(prefix));
  const [picked, setPicked] = useState<number | null>(null);
  const shown = calls.find((call) => call.id === picked) ?? calls[0];
  return (
    <Dialog title="API calls of this page" wide onClose={closeCalls}>
      <p className="small muted">
        Everything here came through the public API. <a href="/docs">All routes are described at /docs</a>.
        {prefix === '' ? null : (
          <>
            {' '}
            <button type="button" className="link" onClick={() => openCalls('')}>
              Show all calls
            </button>
          </>
        )}
      </p>
      {shown === undefined ? (
        <Empty title="No such call was made yet" />
      ) : (
        <div className="calls">
          <ul className="calls-list" aria-label="Calls, newest first">
            {calls.map((call) => (
              <li key={call.id}>
                <button type="button" aria-pressed={call.id === shown.id} onClick={() => setPicked(call.id)}>
                  <span className="mono">
                    <b>{call.method}</b> {call.url.split('?')[0]}
                  </span>
                  <span className="small muted">
                    {clock(call.at)} · {milliseconds(call.milliseconds)} · <StatusText status={call.status} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <CallCode call={shown} />
        </div>
      )}
    </Dialog>
  );
}

/** Copies a text; pages that came over plain HTTP from elsewhere have no clipboard of their own. */
async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return true;
  }
  const area = document.createElement('textarea');
  area.value = text;
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

function StatusText({ status }: { status: number }) {
  return <>{status === 0 ? 'no answer' : status}</>;
}

function CallCode({ call }: { call: Call }) {
  const [language, setLanguage] = useState<Language>('curl');
  const [copied, setCopied] = useState(false);
  const keys = useKeys();
  const needsKey = isAdminRoute(call.url) || keys.caller !== null;
  const code = snippet(language, call, window.location.origin, needsKey);
  const copy = () => {
    void copyText(code).then((done) => {
      setCopied(done);
      setTimeout(() => setCopied(false), 2000);
    });
  };
  return (
    <div className="stack calls-code">
      <div className="row between">
        <Segmented label="Language" options={LANGUAGES.map((l) => [l, l] as const)} value={language} onChange={setLanguage} />
        <button type="button" className="button" onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </button>
      </div>
      <pre className="code" tabIndex={0} aria-label={`${language} for this call`}>
        <code>{code}</code>
      </pre>
      <p className="small muted row">
        <Chip tone={call.status >= 200 && call.status < 300 ? 'good' : 'bad'}>
          <StatusText status={call.status} />
        </Chip>
        {milliseconds(call.milliseconds)} seen from this page
        {call.requestId === null ? null : <span>request {call.requestId}</span>}
      </p>
      {needsKey ? <p className="small muted">Put your key into the environment variable SKILLPOD_KEY; it is never part of the code.</p> : null}
    </div>
  );
}
