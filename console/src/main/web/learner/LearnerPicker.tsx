import { useState, type FormEvent } from 'react';
import { useFound, type Profile } from '../api/queries.ts';
import { go, href } from '../app/route.ts';
import { Chip } from '../ui/Chip.tsx';
import { Combobox } from '../ui/Combobox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EXAMPLE, pasted } from './profile.ts';

interface PickerProps {
  tenant: string;
  user: string;
  /** Whether nobody was asked for, so that the first learner stands as an example. */
  example: boolean;
  own: Profile | null;
  onOwn: (profile: Profile | null) => void;
}

/** Finds a learner by id, or takes a profile as a caller would send it. */
export function LearnerPicker({ tenant, user, example, own, onOwn }: PickerProps) {
  const [typed, setTyped] = useState('');
  const [pasting, setPasting] = useState(false);
  const found = useFound(tenant, typed.trim());
  const show = (id: string) => {
    onOwn(null);
    go(href('learner', 'recommendations', { tenant, user: id }));
  };
  return (
    <section className="panel" aria-label="Which learner">
      <Combobox
        label="Find a learner by id"
        placeholder="starter-00042"
        options={(found.data?.learners ?? []).map((l) => ({
          id: l.user_id,
          label: l.user_id,
          note: l.target_role ?? `${l.skill_count} skills`,
        }))}
        busy={found.isFetching}
        onType={setTyped}
        onPick={(option) => show(option.id)}
        onText={show}
      />
      <div className="row between">
        <TenantField tenant={tenant} />
        <button type="button" className="button" onClick={() => setPasting(true)}>
          Paste a profile
        </button>
      </div>
      <p className="small muted row">
        {own !== null ? (
          <>
            <Chip tone="accent">Pasted</Chip> {own.user_id}
            <button type="button" className="link" onClick={() => onOwn(null)}>
              back to stored learners
            </button>
          </>
        ) : example && user !== '' ? (
          <>Shown as an example: {user}, the first of tenant {tenant}.</>
        ) : (
          user
        )}
      </p>
      {pasting ? (
        <PasteDialog
          onClose={() => setPasting(false)}
          onProfile={(profile) => {
            setPasting(false);
            onOwn(profile);
          }}
        />
      ) : null}
    </section>
  );
}

function TenantField({ tenant }: { tenant: string }) {
  const [typed, setTyped] = useState(tenant);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(href('learner', '', { tenant: typed.trim() }));
  };
  return (
    <form onSubmit={submit} className="row">
      <label className="label" htmlFor="tenant">
        Tenant
      </label>
      <input id="tenant" className="input input-short" value={typed} autoComplete="off" spellCheck={false} onChange={(e) => setTyped(e.target.value)} onBlur={submit} />
    </form>
  );
}

function PasteDialog({ onClose, onProfile }: { onClose: () => void; onProfile: (profile: Profile) => void }) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    try {
      onProfile(pasted(text));
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog title="Paste a profile" wide onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <label className="label" htmlFor="pasted">
          A user_context, or a whole request that has one, as JSON
        </label>
        <textarea
          id="pasted"
          className="input mono"
          rows={14}
          spellCheck={false}
          placeholder={EXAMPLE}
          value={text}
          aria-invalid={wrong !== null}
          aria-describedby="pasted-wrong"
          onChange={(e) => setText(e.target.value)}
        />
        <p id="pasted-wrong" className="bad small" role="alert">
          {wrong}
        </p>
        <div className="row">
          <button className="button button-main">Show what they are told</button>
          <button type="button" className="button" onClick={() => setText(EXAMPLE)}>
            Use an example
          </button>
        </div>
      </form>
    </Dialog>
  );
}
