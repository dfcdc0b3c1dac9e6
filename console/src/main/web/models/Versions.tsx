import { useState } from 'react';
import type { Model } from '../api/queries.ts';
import { Chip } from '../ui/Chip.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { moment, percent, words } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import { Empty, Failed, Loading } from '../ui/State.tsx';
import { Segmented } from '../ui/Tabs.tsx';
import { DiffDialog } from './DiffDialog.tsx';
import { GateChecks } from './GateChecks.tsx';
import { MetricsOverTime } from './MetricsOverTime.tsx';
import { useHistory, useModelChange, useVersions, type Alias, type ModelVersion } from './registry.ts';

/** The versions of a model: which answers, how their metrics went, and buttons to promote and go back. */
export function Versions({ model }: { model: Model }) {
  const versions = useVersions(model.name);
  const all = versions.data?.versions ?? [];
  const { promote, rollback, traffic, clear } = useModelChange(model.name);
  const [asked, setAsked] = useState<{ what: 'promote' | 'rollback'; version?: string } | null>(null);
  const [compared, setCompared] = useState<string | null>(null);
  const champion = all.find((v) => v.aliases.includes('champion'))?.version ?? model.version;
  const challenger = all.find((v) => v.aliases.includes('challenger'));
  const change = asked?.what === 'rollback' ? rollback : promote;
  return (
    <Panel
      title="Versions"
      lead="The champion answers. A challenger answers a share of the learners, a shadow answers nobody but is measured."
      call={`/api/v1/models/${model.name}/`}
      busy={versions.isFetching}
      actions={
        <button type="button" className="button" disabled={all.length < 2} onClick={() => setAsked({ what: 'rollback' })}>
          Roll back
        </button>
      }
    >
      {versions.isPending ? <Loading what="versions" lines={5} /> : null}
      {versions.error === null ? null : <Failed admin error={versions.error} what="list of versions" retry={() => void versions.refetch()} />}
      {versions.data !== undefined && all.length === 0 ? <Empty title="No version is stored" /> : null}
      {all.length === 0 ? null : (
        <>
          <MetricsOverTime versions={all} />
          <div className="scroll-x">
            <table>
              <thead>
                <tr>
                  <th>Version</th>
                  <th>Trained</th>
                  <th>Role</th>
                  <th>Gate</th>
                  <th>
                    <span className="sr-only">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.map((version) => (
                  <VersionRow
                    key={version.version}
                    version={version}
                    champion={champion}
                    onPromote={() => setAsked({ what: 'promote', version: version.version })}
                    onCompare={() => setCompared(version.version)}
                    onClear={(alias) => clear.mutate(alias)}
                  />
                ))}
              </tbody>
            </table>
          </div>
          {challenger === undefined ? null : <Traffic share={model.challenger_share} busy={traffic.isPending} onShare={(share) => traffic.mutate(share)} error={traffic.error} version={challenger.version} />}
          <History model={model.name} />
        </>
      )}
      {asked === null ? null : (
        <Confirm
          asked={asked}
          model={model.name}
          busy={change.isPending}
          error={change.error}
          onClose={() => {
            setAsked(null);
            change.reset();
          }}
          onYes={(reason, alias, force) => {
            const done = { onSuccess: () => setAsked(null) };
            if (asked.what === 'rollback') {
              rollback.mutate(reason === '' ? {} : { reason }, done);
            } else {
              promote.mutate({ version: asked.version ?? '', alias: alias.toUpperCase() as Uppercase<Alias>, ...(reason === '' ? {} : { reason }), ...(force ? { force } : {}) }, done);
            }
          }}
        />
      )}
      {compared === null ? null : <DiffDialog model={model.name} from={champion} to={compared} onClose={() => setCompared(null)} />}
    </Panel>
  );
}

interface RowProps {
  version: ModelVersion;
  champion: string;
  onPromote: () => void;
  onCompare: () => void;
  onClear: (alias: Alias) => void;
}

function VersionRow({ version, champion, onPromote, onCompare, onClear }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <code>{version.version}</code>
        {!version.files_ok ? <Chip tone="bad">files altered</Chip> : null}
      </th>
      <td className="nowrap">{moment(version.trained_at)}</td>
      <td>
        {version.aliases.map((alias) => (
          <Chip key={alias} tone={alias === 'champion' ? 'good' : 'accent'}>
            {words(alias)}
          </Chip>
        ))}
      </td>
      <td>
        <GateChecks gate={version.gate} />
      </td>
      <td>
        {version.version === champion ? null : (
          <div className="row">
            <button type="button" className="button" onClick={onPromote} aria-label={`Promote ${version.version}`}>
              Promote
            </button>
            <button type="button" className="button button-quiet" onClick={onCompare} aria-label={`Compare ${version.version} with the champion`}>
              Compare
            </button>
            {version.aliases
              .filter((alias): alias is Alias => alias === 'challenger' || alias === 'shadow')
              .map((alias) => (
                <button key={alias} type="button" className="button button-quiet" onClick={() => onClear(alias)} aria-label={`Take the role ${alias} from ${version.version}`}>
                  Not {alias}
                </button>
              ))}
          </div>
        )}
      </td>
    </tr>
  );
}

const ROLES: Record<Alias, string> = {
  champion: 'The gate compares it with the champion first, which may take a minute. From then on it answers every learner.',
  challenger: 'It answers the share of the learners that you set below the table.',
  shadow: 'It answers nobody; how far it agrees with what is answered is measured.',
};

interface ConfirmProps {
  asked: { what: 'promote' | 'rollback'; version?: string };
  model: string;
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onYes: (reason: string, alias: Alias, force: boolean) => void;
}

function Confirm({ asked, model, busy, error, onClose, onYes }: ConfirmProps) {
  const [reason, setReason] = useState('');
  const [alias, setAlias] = useState<Alias>('champion');
  const refused = error !== null && typeof error === 'object' && 'status' in error && error.status === 409;
  return (
    <Dialog title={asked.what === 'promote' ? `Promote ${asked.version}` : `Roll back ${model}`} onClose={onClose}>
      <p>{asked.what === 'promote' ? ROLES[alias] : 'The version that answered before answers again.'} It is written into the history with your reason.</p>
      {asked.what === 'promote' ? (
        <Segmented
          label="Role"
          value={alias}
          onChange={setAlias}
          options={[
            ['champion', 'Champion'],
            ['challenger', 'Challenger'],
            ['shadow', 'Shadow'],
          ]}
        />
      ) : null}
      <label className="field">
        <span className="label">Reason</span>
        <input className="input" value={reason} onChange={(e) => setReason(e.target.value)} />
      </label>
      {error === null ? null : <Failed admin error={error} what={asked.what === 'promote' ? 'promotion' : 'rollback'} />}
      <div className="row">
        <button type="button" className="button button-main" disabled={busy} onClick={() => onYes(reason, alias, false)}>
          {asked.what === 'promote' ? 'Promote' : 'Roll back'}
        </button>
        {refused && asked.what === 'promote' ? (
          <button type="button" className="button button-danger" disabled={busy || reason.trim() === ''} onClick={() => onYes(reason, alias, true)} title="Needs a reason">
            Promote all the same
          </button>
        ) : null}
        <button type="button" className="button" onClick={onClose}>
          Leave it
        </button>
      </div>
    </Dialog>
  );
}

function Traffic({ version, share: given, busy, error, onShare }: { version: string; share: number; busy: boolean; error: unknown; onShare: (share: number) => void }) {
  const [share, setShare] = useState(given);
  return (
    <div className="row controls">
      <label className="field grow">
        <span className="label">
          Share of the learners whom the challenger <code>{version}</code> answers: {percent(share)}
        </span>
        <input type="range" min={0} max={0.5} step={0.05} value={share} style={{ '--filled': `${share * 200}%` } as React.CSSProperties} onChange={(e) => setShare(Number(e.target.value))} />
      </label>
      <button type="button" className="button" disabled={busy} onClick={() => onShare(share)}>
        Set share
      </button>
      {error === null ? null : <Failed admin error={error} what="traffic split" />}
    </div>
  );
}

function History({ model }: { model: string }) {
  const history = useHistory(model);
  const events = history.data?.events ?? [];
  return events.length === 0 ? null : (
    <details>
      <summary>History</summary>
      <ul className="bullets">
        {events.slice(0, 30).map((event, i) => (
          <li key={i}>
            {moment(event.at)}: {words(event.action).toLowerCase()} {event.version ? <code>{event.version}</code> : null}
            {event.alias ? ` as ${event.alias}` : ''}
            {event.by ? ` by ${event.by}` : ''}
            {event.reason ? ` – ${event.reason}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}
