import { useId, type ReactNode } from 'react';
import { openCalls } from '../app/drawer.ts';

interface PanelProps {
  title: string;
  /** One sentence for who sees it the first time. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** The beginning of the route whose answer stands here; gives the panel its "API call" button. */
  call?: string;
  busy?: boolean;
  className?: string;
  children: ReactNode;
}

/** A part of a view: a title, what it says in a sentence, its content. */
export function Panel({ title, lead, actions, call, busy = false, className = '', children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id} aria-busy={busy}>
      <header className="panel-head">
        <div className="grow">
          <h2 id={id}>{title}</h2>
          {lead === undefined ? null : <p className="small muted">{lead}</p>}
        </div>
        <div className="row">
          {actions}
          {call === undefined ? null : (
            <button type="button" className="button button-quiet" onClick={() => openCalls(call)} aria-label={`API call behind ${title}`}>
              <code aria-hidden="true">&lt;/&gt;</code> API call
            </button>
          )}
        </div>
      </header>
      {children}
    </section>
  );
}

/** A number that stands for itself. */
export function Figure({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        <span className="figure-value num">{value}</span>
        {note === undefined ? null : <span className="small muted">{note}</span>}
      </dd>
    </div>
  );
}
