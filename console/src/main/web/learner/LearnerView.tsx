import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useFound, useLearner, type Profile } from '../api/queries.ts';
import { statusOf } from '../api/client.ts';
import { href, type Route } from '../app/route.ts';
import { ViewHead } from '../app/ViewHead.tsx';
import { Empty, Failed, Loading } from '../ui/State.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { GapsTab } from './GapsTab.tsx';
import { LearnerPicker } from './LearnerPicker.tsx';
import { PathTab } from './PathTab.tsx';
import { tried, type WhatIf } from './profile.ts';
import { ProfilePanel } from './ProfilePanel.tsx';
import { RecommendationsTab } from './RecommendationsTab.tsx';

const NOTHING_TRIED: WhatIf = {};

/** What one learner is told, and why. */
export function LearnerView({ route }: { route: Route }) {
  const tenant = route.query.get('tenant') ?? 'default';
  const asked = route.query.get('user') ?? '';
  const [own, setOwn] = useState<Profile | null>(null);
  const example = useFound(tenant, '');
  const user = asked === '' && own === null ? (example.data?.learners[0]?.user_id ?? '') : asked;
  const stored = useLearner(own === null ? tenant : '', user);
  const unknown = statusOf(stored.error) === 404;
  const [whatIf, setWhatIf] = useState<WhatIf>(NOTHING_TRIED);
  const who = own === null ? `${tenant}/${user}` : `own/${own.user_id}`;
  useEffect(() => setWhatIf(NOTHING_TRIED), [who]);

  const profile = useMemo<Profile | null>(
    () => own ?? (user === '' ? null : { user_id: user, tenant_id: tenant }),
    [own, tenant, user],
  );
  const settled = useSettled(whatIf, 250);
  const asTried = useMemo(() => (profile === null ? null : tried(profile, settled)), [profile, settled]);
  const shown = useDeferredValue(asTried);
  const tab = route.tab === '' ? 'recommendations' : route.tab;
  const at = (id: string) => href('learner', id, own === null ? { tenant, user: asked } : { tenant });

  return (
    <>
      <ViewHead title="Learner" lead="What a learner is told, and why. Change a level to see what the service would say instead." />
      <div className="learner">
        <div className="stack loose learner-side">
          <LearnerPicker
            tenant={tenant}
            user={own === null ? user : ''}
            example={asked === '' && own === null}
            own={own}
            onOwn={setOwn}
          />
          {own === null && stored.isPending && user !== '' ? <Loading what="the profile" /> : null}
          {own === null && stored.error !== null && !unknown ? <Failed error={stored.error} what="profile" retry={() => void stored.refetch()} /> : null}
          {own === null && unknown ? (
            <Empty title="No profile is stored for this id">The service answers from what others do. Add skills below to see what they change.</Empty>
          ) : null}
          {profile !== null && (own !== null || stored.data !== undefined || unknown) ? (
            <ProfilePanel profile={own ?? stored.data ?? profile} asked={profile} whatIf={whatIf} onWhatIf={setWhatIf} />
          ) : null}
        </div>
        <div className="stack loose grow">
          {profile === null || shown === null ? (
            example.isPending ? (
              <Loading what="learners" />
            ) : example.error !== null && asked === '' ? (
              <Failed error={example.error} what="list of learners" retry={() => void example.refetch()} />
            ) : (
              <Empty title="No learner yet">
                No profile is stored for tenant {tenant}. Search for an id on the left, or paste a profile as your back end sends it.
              </Empty>
            )
          ) : (
            <>
              <Tabs
                label="What the learner is told"
                current={tab}
                tabs={[
                  { id: 'recommendations', label: 'Recommendations', href: at('recommendations') },
                  { id: 'gaps', label: 'Skill gaps', href: at('gaps') },
                  { id: 'path', label: 'Learning path', href: at('path') },
                ]}
              />
              {tab === 'recommendations' ? <RecommendationsTab before={profile} now={shown} onReset={() => setWhatIf(NOTHING_TRIED)} /> : null}
              {tab === 'gaps' ? <GapsTab before={profile} now={shown} /> : null}
              {tab === 'path' ? <PathTab profile={shown} /> : null}
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** A value that stood still for a while. */
function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
