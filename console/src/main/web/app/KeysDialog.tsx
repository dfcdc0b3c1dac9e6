import { useState, type FormEvent } from 'react';
import { setKey, useKeys, type Role } from '../api/keys.ts';
import { Dialog } from '../ui/Dialog.tsx';

/** Takes and forgets keys. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <p className="small muted">Keys stay in the memory of this page only: reloading or closing it forgets them. Code to copy never holds them.</p>
      <KeyField role="caller" label="Caller key" note="For a service that asks every caller for a key." />
      <KeyField role="admin" label="Admin key" note="For the views Models and Service: versions, retraining, promotion, requests." />
    </Dialog>
  );
}

function KeyField({ role, label, note }: { role: Role; label: string; note: string }) {
  const keys = useKeys();
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setKey(role, typed);
    setTyped('');
  };
  return (
    <form className="stack tight" onSubmit={submit}>
      <label className="label" htmlFor={`key-${role}`}>
        {label} {keys[role] === null ? '' : '(given)'}
      </label>
      <div className="row">
        <input
          id={`key-${role}`}
          className="input grow"
          type="password"
          autoComplete="off"
          placeholder={keys[role] === null ? 'skp_…' : '••••••••'}
          value={typed}
          onChange={(e) => setTyped(e.target.value)}
        />
        <button className="button button-main" disabled={typed.trim() === ''}>
          Use
        </button>
        <button type="button" className="button" disabled={keys[role] === null} onClick={() => setKey(role, null)}>
          Forget
        </button>
      </div>
      <p className="small muted">{note}</p>
    </form>
  );
}
