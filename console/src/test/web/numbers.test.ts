import { describe, expect, it } from 'vitest';
import { parseRoute, href } from '../../main/web/app/route.ts';
import { comparisons, measureName } from '../../main/web/models/metrics.ts';
import { spread } from '../../main/web/market/Compare.tsx';
import { ahead } from '../../main/web/market/trends.ts';
import { waterfall } from '../../main/web/ui/Bars.tsx';
import { ago, duration, minutes, points, signed, words } from '../../main/web/ui/format.ts';

it('lets factor bars end at their sum', () => {
  const spans = waterfall([{ name: 'base', value: 0.5 }, { name: 'up', value: 0.3 }, { name: 'down', value: -0.1 }]);
  expect(spans.map((s) => s.from)).toEqual([0, 0.5, 0.8]);
  expect(spans.at(-1)?.to).toBeCloseTo(0.7, 12);
});

describe('metrics', () => {
  const { compared, alone } = comparisons({
    ndcg_at_10_ranker: 0.66,
    ndcg_at_10_as_logged: 0.59,
    ndcg_at_10_popularity: 0.53,
    useful_per_list_ranker: 0.5,
    useful_per_list_ranker_lower: 0.45,
    useful_per_list_ranker_upper: 0.55,
    hired_auc: 0.82,
    hired_auc_logistic: 0.81,
    progress_r2: 0.29,
  });

  it('stand beside the simpler ways, with their intervals', () => {
    expect(compared.map((c) => [c.measure, c.rows.map((r) => r.who)])).toEqual([
      ['hired_auc', ['this model', 'logistic regression']],
      ['ndcg_at_10', ['this model', 'as logged', 'popularity']],
    ]);
    expect(alone.map((r) => r.measure)).toEqual(['progress_r2', 'useful_per_list']);
    expect(alone[1]).toMatchObject({ value: 0.5, lower: 0.45, upper: 0.55 });
  });

  it('are told by their first word where ways to choose are compared', () => {
    const shares = comparisons({ policy_share_of_search: 0.91, policy_gradient_share_of_search: 0.9, greedy_share_of_search: 0.88 }).compared;
    expect(shares.map((c) => [c.measure, c.rows.map((r) => r.who)])).toEqual([['share_of_search', ['this model', 'policy gradient', 'greedy']]]);
  });

  it('have names that can be read', () => {
    expect(measureName('ndcg_at_10')).toBe('NDCG at 10');
    expect(measureName('hired_calibration_error')).toBe('Hired calibration error');
  });
});

it('joins both bands, from the last known month on', () => {
  const wide = { history: [{ month: '2026-01', postings: 10 }], forecasts: [{ period: 1, month: '2026-02', predicted_demand: 12, lower_bound: 8, upper_bound: 16 }] };
  const narrow = { forecasts: [{ period: 1, month: '2026-02', predicted_demand: 12, lower_bound: 10, upper_bound: 14 }] };
  expect(ahead(wide as never, narrow as never)).toEqual([
    { month: new Date('2026-01-01'), postings: 10, low95: 10, high95: 10, low80: 10, high80: 10 },
    { month: new Date('2026-02-01'), postings: 12, low95: 8, high95: 16, low80: 10, high80: 14 },
  ]);
});

it('moves labels apart that would overlap', () => {
  expect(spread([100, 0], 100)).toEqual([0, 0]);
  expect(spread([50, 50], 100)).toEqual([0, 15]);
});

it('keeps where it is in the address', () => {
  const to = href('learner', 'gaps', { tenant: 'a b', user: 'x/y', empty: undefined });
  const route = parseRoute(to);
  expect([route.view, route.tab, route.query.get('tenant'), route.query.get('user')]).toEqual(['learner', 'gaps', 'a b', 'x/y']);
  expect(parseRoute('')).toMatchObject({ view: 'learner', tab: '' });
});

it('writes numbers for people', () => {
  expect([signed(-0.5), points(0.071), minutes(90), minutes(720), duration(45), duration(7200)]).toEqual(['−0.50', '+7.1', '1 h 30 min', '12 h', '45 s', '2 h']);
  expect(words('SKILL_GAP_FILL')).toBe('Skill gap fill');
  expect(ago(new Date(0), 120_000)).toBe('2 min ago');
});
