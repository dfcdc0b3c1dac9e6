import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { statusOf } from '../api/client.ts';
import type { Schemas } from '@skillpod/client';
import { useKeyState } from '../api/queries.ts';
import { Chip, type Tone } from '../ui/Chip.tsx';
import { duration, moment, percent, words } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed } from '../ui/State.tsx';
import { Segmented } from '../ui/Tabs.tsx';
import { GateChecks } from './GateChecks.tsx';
import { isOver, useCancel, useRetrain, useTraining, type Training } from './registry.ts';

const TONES: Record<string, Tone> = { succeeded: 'good', running: 'accent', queued: 'accent', failed: 'bad', cancelled: 'warn' };

/** Starts a training and shows how it goes, stage by stage, to the promotion. */
export function RetrainPanel({ running, models }: { running: Schemas['RunningTraining'] | null; models: readonly string[] }) {
  const cache = useQueryClient();
  const [started, setStarted] = useState<string | null>(null);
  const [promote, setPromote] = useState<'if_better' | 'never'>('if_better');
  const [which, setWhich] = useState('all');
  const start = useRetrain();
  const cancel = useCancel();
  const keys = useKeyState();
  const { reset } = start;
  useEffect(reset, [keys, reset]); // a refusal is over when another key is given
  const job = started ?? running?.job_id ?? null;
  const progress = useTraining(job);
  const shown = progress.data ?? null;
  const going = shown !== null && !isOver(shown);
  const finished = shown !== null && isOver(shown) ? shown.job_id : null;
  useEffect(() => {
    if (finished !== null) {
      for (const key of ['models', 'versions', 'history']) {
        void cache.invalidateQueries({ queryKey: [key] });
      }
    }
  }, [finished, cache]);
  const begin = () => {
    start.mutate(
      { ...(which === 'all' ? {} : { models: [which] }), promote },
      { onSuccess: (answer) => setStarted(answer.job_id ?? null) },
    );
  };
  return (
    <Panel title="Training" lead="Trains on all that is stored now. A new version answers only when it passes the gate." call="/api/v1/models/retrain" busy={going}>
      <div className="row controls">
        <label className="field">
          <span className="label">Models</span>
          <select className="input" value={which} onChange={(e) => setWhich(e.target.value)} disabled={going}>
            <option value="all">All</option>
            {models.map((name) => (
              <option key={name} value={name}>
                {words(name)}
              </option>
            ))}
          </select>
        </label>
        <div className="field">
          <span className="label">When it is done</span>
          <Segmented
            label="When it is done"
            value={promote}
            onChange={setPromote}
            options={[
              ['if_better', 'Promote if it passes'],
              ['never', 'Only keep it'],
            ]}
          />
        </div>
        <button type="button" className="button button-main" disabled={going || start.isPending} onClick={begin}>
          {start.isPending ? 'Starting …' : 'Start training'}
        </button>
        {going ? (
          <button type="button" className="button button-danger" disabled={cancel.isPending} onClick={() => cancel.mutate(shown.job_id)}>
            Cancel
          </button>
        ) : null}
      </div>
      {start.error === null ? null : <Failed admin error={start.error} what="training over HTTP" />}
      {cancel.error === null ? null : <Failed admin error={cancel.error} what="cancelling" />}
      {progress.error !== null && statusOf(progress.error) !== 404 ? <Failed admin error={progress.error} what="progress of the training" /> : null}
      {shown === null ? null : <Progress job={shown} />}
    </Panel>
  );
}

function Progress({ job }: { job: Training }) {
  const done = job.state === 'succeeded' ? 1 : job.progress;
  return (
    <div className="stack" data-state={job.state}>
      <div className="row between">
        <span className="row">
          <Chip tone={TONES[job.state] ?? 'plain'}>{words(job.state)}</Chip>
          {isOver(job) ? (job.finished_at ? `at ${moment(job.finished_at)}` : null) : job.stage ? `now: ${job.stage}` : null}
        </span>
        <span className="small muted num">
          {isOver(job) || job.eta_seconds != null || job.progress > 0
            ? percent(done)
            : `${job.stages.filter((stage) => stage.state === 'succeeded').length} steps done; how long it takes is not known before the first`}
          {isOver(job) || job.eta_seconds == null ? '' : `, about ${duration(job.eta_seconds)} to go`}
        </span>
      </div>
      <div className="progress" role="progressbar" aria-label="Progress of the training" aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(done * 100)}>
        <span style={{ width: `${done * 100}%` }} />
      </div>
      {job.stages.length === 0 ? null : (
        <ol className="stages small">
          {job.stages.map((stage) => (
            <li key={`${stage.model} ${stage.name}`} data-state={stage.state}>
              <span>{stage.name}</span>
              <span className="muted">
                {stage.finished_at ? duration((new Date(stage.finished_at).getTime() - new Date(stage.started_at).getTime()) / 1000) : stage.state}
              </span>
            </li>
          ))}
        </ol>
      )}
      {job.error ? <p className="note note-warn">{job.error}</p> : null}
      {job.results.map((result) => (
        <div key={result.model} className="row result">
          <b>{words(result.model)}</b>
          {result.version == null ? null : <code>{result.version}</code>}
          <Chip tone={result.promoted ? 'good' : 'plain'}>{result.promoted ? 'Promoted: it answers now' : result.version == null ? 'Not trained' : 'Kept, not promoted'}</Chip>
          {result.gate == null ? null : <GateChecks gate={result.gate} />}
          {result.reason ? <span className="small muted">{result.reason}</span> : null}
        </div>
      ))}
    </div>
  );
}
