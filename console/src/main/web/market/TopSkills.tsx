import { IntervalBar } from '../ui/Bars.tsx';
import { Source } from '../ui/Chip.tsx';
import { signedPercent } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import { Degraded, Empty, Failed, Loading } from '../ui/State.tsx';
import { useTop } from './trends.ts';

interface TopProps {
  direction: 'rising' | 'falling';
  shown: string;
  onShow: (skill: string) => void;
}

/** The skills that move most for sure, each with the interval of its growth. */
export function TopSkills({ direction, shown, onShow }: TopProps) {
  const top = useTop(direction);
  const skills = top.data?.trending_skills ?? [];
  const ends = skills.flatMap((s) => [s.growth.lower_bound, s.growth.upper_bound]);
  const from = Math.min(0, ...ends);
  const to = Math.max(0.001, ...ends);
  return (
    <Panel
      title={direction === 'rising' ? 'Rising most' : 'Falling most'}
      lead={`Change of the postings within a year, with its 80 % interval; ordered by what is ${direction === 'rising' ? 'exceeded' : 'not reached'} with probability 0.8.`}
      call="/api/v1/trends/top"
      actions={<Source of={skills[0]?.data_source} />}
    >
      <Degraded reasons={top.data?.degraded} />
      {top.isPending ? <Loading what="skills" lines={8} /> : null}
      {top.error === null ? null : <Failed error={top.error} what="list of skills" retry={() => void top.refetch()} />}
      {top.data !== undefined && skills.length === 0 ? <Empty title={`No skill is ${direction}`}>None of today's market is expected to be {direction}.</Empty> : null}
      {skills.length === 0 ? null : (
        <table className="top-skills">
          <thead className="sr-only">
            <tr>
              <th>Skill</th>
              <th>Interval</th>
              <th>Change</th>
            </tr>
          </thead>
          <tbody>
            {skills.map((skill) => (
              <tr key={skill.skill_id}>
                <th scope="row">
                  <button type="button" className="link" aria-current={skill.skill_id === shown ? 'true' : undefined} onClick={() => onShow(skill.skill_id)}>
                    {skill.skill_name}
                  </button>
                </th>
                <td>
                  <IntervalBar label={skill.skill_name} value={skill.growth_rate} lower={skill.growth.lower_bound} upper={skill.growth.upper_bound} from={from} to={to} format={(v) => signedPercent(v)} />
                </td>
                <td className="num">{signedPercent(skill.growth_rate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
