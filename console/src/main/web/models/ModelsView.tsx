import { useModels } from '../api/queries.ts';
import { href, type Route } from '../app/route.ts';
import { ViewHead } from '../app/ViewHead.tsx';
import { Empty, Failed, Loading } from '../ui/State.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { ModelPanel } from './ModelPanel.tsx';
import { RetrainPanel } from './RetrainPanel.tsx';
import { Versions } from './Versions.tsx';
import { Watch } from './Watch.tsx';

/** Which models answer, how good they are, and how they change. */
export default function ModelsView({ route }: { route: Route }) {
  const models = useModels(10_000);
  const all = models.data?.models ?? [];
  const shown = all.find((m) => m.name === route.tab) ?? all[0];
  return (
    <>
      <ViewHead title="Models" lead="Which models answer now, how good they are against simpler ways, what changed, and what to do about it." />
      {models.isPending ? <Loading what="models" lines={8} /> : null}
      {models.error !== null && models.data === undefined ? <Failed error={models.error} what="models" retry={() => void models.refetch()} /> : null}
      {models.data === undefined ? null : (
        <>
          <RetrainPanel running={models.data.retraining ?? null} models={all.map((m) => m.name)} />
          {shown === undefined ? (
            <Empty title="No model is trained">The service answers from rules only. Start a training above, or with <code>./skillpod train</code>.</Empty>
          ) : (
            <>
              <Tabs label="Models" current={shown.name} tabs={all.map((m) => ({ id: m.name, label: m.name, href: href('models', m.name) }))} />
              <ModelPanel model={shown} />
              <Versions key={shown.name} model={shown} />
            </>
          )}
          <Watch status={models.data} />
        </>
      )}
    </>
  );
}
