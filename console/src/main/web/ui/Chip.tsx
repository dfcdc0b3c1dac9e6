import type { ReactNode } from 'react';

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad' | 'synthetic';

/** A short label. */
export function Chip({ tone = 'plain', title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={`chip chip-${tone}`} title={title}>
      {children}
    </span>
  );
}

/** Says where an answer's data come from, whenever they are not wholly real. */
export function Source({ of }: { of: string | null | undefined }) {
  if (of === 'synthetic') {
    return (
      <Chip tone="synthetic" title="Made by a simulator: the starter world. No real person or market stands behind these numbers.">
        Synthetic data
      </Chip>
    );
  }
  if (of === 'mixed') {
    return (
      <Chip tone="synthetic" title="Some of the data behind these numbers were made by a simulator.">
        Partly synthetic data
      </Chip>
    );
  }
  return of === 'none' ? <Chip title="No model is trained: these numbers rest on rules only.">No trained model</Chip> : null;
}
