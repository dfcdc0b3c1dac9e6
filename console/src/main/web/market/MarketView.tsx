import { useSkills } from '../api/queries.ts';
import { go, href, type Route } from '../app/route.ts';
import { ViewHead } from '../app/ViewHead.tsx';
import { Combobox } from '../ui/Combobox.tsx';
import { Failed, Loading } from '../ui/State.tsx';
import { Compare } from './Compare.tsx';
import { SkillTrend } from './SkillTrend.tsx';
import { TopSkills } from './TopSkills.tsx';
import { useTop } from './trends.ts';

/** Where the demand for skills is going. */
export default function MarketView({ route }: { route: Route }) {
  const skills = useSkills();
  const rising = useTop('rising');
  const asked = route.query.get('skill') ?? '';
  const skill = asked === '' ? (rising.data?.trending_skills[0]?.skill_id ?? skills.data?.[0]?.skill_id ?? '') : asked;
  const compared = (route.query.get('with') ?? '').split(',').filter((id) => id !== '');
  const show = (id: string) => go(href('market', '', { skill: id, with: compared.join(',') }));
  const compare = (ids: readonly string[]) => go(href('market', '', { skill, with: ids.join(',') }));
  return (
    <>
      <ViewHead title="Market" lead="How many job postings ask for a skill, where that is going, and how sure it is.">
        <div className="search">
          <Combobox
            label="Find a skill"
            placeholder="Python"
            options={(skills.data ?? []).map((s) => ({ id: s.skill_id, label: s.name, note: s.area }))}
            onPick={(option) => show(option.id)}
          />
        </div>
      </ViewHead>
      {skill === '' ? (
        rising.isPending || skills.isPending ? (
          <Loading what="trends" lines={8} />
        ) : (
          <Failed error={rising.error ?? skills.error} what="trends" retry={() => void rising.refetch()} />
        )
      ) : (
        <SkillTrend skill={skill} onCompare={() => compare([...new Set([...compared, skill])])} />
      )}
      <div className="two">
        <TopSkills direction="rising" shown={skill} onShow={show} />
        <TopSkills direction="falling" shown={skill} onShow={show} />
      </div>
      <Compare
        skills={compared.length > 0 ? compared : (rising.data?.trending_skills ?? []).slice(0, 3).map((s) => s.skill_id)}
        example={compared.length === 0}
        onChange={compare}
      />
    </>
  );
}
