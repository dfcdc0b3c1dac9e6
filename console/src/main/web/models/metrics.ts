import { grouped } from '../ui/group.ts';

/** What is measured, who is measured, and which end of its interval, read out of a metric's name. */
export interface Measured {
  /** The measure, such as ndcg_at_10. */
  measure: string;
  /** Who: the model itself, or a baseline it is compared with. */
  who: string;
  value: number;
  lower: number | null;
  upper: number | null;
}

export const MODEL = 'this model';

/** Words at a metric's end that name whom it measures; the longest that fits counts. */
const WHO: Record<string, string> = {
  ranker: MODEL,
  ensemble: MODEL,
  als: 'ALS alone',
  popularity: 'popularity',
  gap: 'gap rule alone',
  content: 'content alone',
  itemitem: 'item-item alone',
  as_logged: 'as logged',
  logistic: 'logistic regression',
  role: 'by role only',
  naive: 'naive',
  base_rate: 'base rate',
  greedy: 'greedy',
  topological: 'topological',
  random: 'random',
  rasch: 'Rasch',
  dkt: 'DKT',
  previous: 'previous model',
  expert: 'expert',
};

/** Words at a metric's beginning that do the same, where ways to choose are compared. */
const FIRST: Record<string, string> = { policy_gradient: 'policy gradient', imitation: 'imitation', greedy: 'greedy', policy: MODEL };

/** Measures that are better when they are smaller. */
const SMALLER = /(error|loss|pinball|brier|rmse|mae|smape|mase|gap$)/;

export const smallerIsBetter = (measure: string) => SMALLER.test(measure);

function split(name: string): { measure: string; who: string } {
  const endings = Object.keys(WHO).toSorted((a, b) => b.length - a.length);
  for (const ending of endings) {
    if (name.endsWith(`_${ending}`)) {
      return { measure: name.slice(0, -ending.length - 1), who: WHO[ending] ?? ending };
    }
  }
  for (const [beginning, who] of Object.entries(FIRST)) {
    if (name.startsWith(`${beginning}_`)) {
      return { measure: name.slice(beginning.length + 1), who };
    }
  }
  return { measure: name, who: MODEL };
}

/** Reads a model's metrics: values with their intervals, the same measure together, the model before its baselines. */
export function measured(metrics: Readonly<Record<string, number>>): Measured[] {
  const rows = Object.keys(metrics)
    .filter((name) => !(/_(lower|upper)$/.test(name) && name.replace(/_(lower|upper)$/, '') in metrics))
    .map((name) => ({
      ...split(name),
      value: metrics[name] ?? Number.NaN,
      lower: metrics[`${name}_lower`] ?? null,
      upper: metrics[`${name}_upper`] ?? null,
    }));
  return rows.toSorted(
    (a, b) => a.measure.localeCompare(b.measure) || Number(b.who === MODEL) - Number(a.who === MODEL) || b.value - a.value,
  );
}

export interface Comparison {
  measure: string;
  rows: Measured[];
}

/** The measures that a model and at least one baseline have, and the numbers that stand alone. */
export function comparisons(metrics: Readonly<Record<string, number>>): { compared: Comparison[]; alone: Measured[] } {
  const byMeasure = grouped(measured(metrics), (row) => row.measure);
  const compared: Comparison[] = [];
  const alone: Measured[] = [];
  for (const [measure, rows] of byMeasure) {
    if (rows.length > 1) {
      compared.push({ measure, rows });
    } else {
      alone.push(...rows);
    }
  }
  return { compared, alone };
}

const SPECIAL: Record<string, string> = { ndcg: 'NDCG', auc: 'AUC', r2: 'R²', als: 'ALS', psi: 'PSI' };

/** A measure in words: ndcg_at_10 is NDCG at 10. */
export function measureName(measure: string): string {
  const text = measure
    .split(/[_@]/)
    .map((word) => SPECIAL[word] ?? word)
    .join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A metric's number: counts whole, shares to three places. */
export function metricText(value: number): string {
  return Number.isInteger(value) || Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : value.toFixed(Math.abs(value) < 0.01 ? 4 : 3).replace('-', '−');
}
