import { SkillPodError } from '@skillpod/client';
import { useDegraded, useReady } from '../api/queries.ts';
import { Chip } from '../ui/Chip.tsx';
import { href } from './route.ts';

/** Says in one word how the service is, from its probe and from what it says is degraded. */
export function ServiceState() {
  const ready = useReady();
  const degraded = useDegraded();
  if (ready.isPending) {
    return <Chip>Connecting</Chip>;
  }
  if (ready.error instanceof SkillPodError) {
    const reason = (ready.error.problem as { reason?: string }).reason ?? ready.error.message;
    return (
      <Chip tone="warn" title={reason}>
        Starting: {reason}
      </Chip>
    );
  }
  if (ready.error !== null) {
    return <Chip tone="bad">No answer</Chip>;
  }
  return (
    <span role="status">
      <a className="plain" href={href('service')}>
      {degraded.length > 0 ? (
        <Chip tone="warn" title={degraded.join('; ')}>
          Degraded
        </Chip>
      ) : (
        <Chip tone="good">Ready</Chip>
      )}
      </a>
    </span>
  );
}
