import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { Schemas } from '@skillpod/client';
import { api } from '../api/client.ts';
import { useKeyState } from '../api/queries.ts';

export type Forecast = Schemas['TrendForecastResponse'];
export type Trending = Schemas['TrendingSkill'];

const MONTHS_AHEAD = 12;

function ask(skill: string, coverage: 0.8 | 0.95, signal: AbortSignal) {
  return api.get('/api/v1/trends/forecast/{skill_id}', {
    path: { skill_id: skill },
    query: { periods_ahead: MONTHS_AHEAD, coverage, history: coverage === 0.95 },
    signal,
  });
}

/** The forecast of a skill with its past and the 95 % band, and the 80 % band beside it. */
export function useForecast(skill: string) {
  const keys = useKeyState();
  const wide = useQuery({
    queryKey: ['forecast', skill, '0.95', keys],
    queryFn: ({ signal }) => ask(skill, 0.95, signal),
    enabled: skill !== '',
    placeholderData: keepPreviousData,
  });
  const narrow = useQuery({
    queryKey: ['forecast', skill, '0.8', keys],
    queryFn: ({ signal }) => ask(skill, 0.8, signal),
    enabled: skill !== '',
    placeholderData: keepPreviousData,
  });
  return { wide, narrow };
}

export function useForecasts(skills: readonly string[]) {
  const keys = useKeyState();
  return useQueries({
    queries: skills.map((skill) => ({
      queryKey: ['forecast', skill, '0.95', keys],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(skill, 0.95, signal),
    })),
  });
}

export function useTop(direction: 'rising' | 'falling') {
  const keys = useKeyState();
  return useQuery({
    queryKey: ['top', direction, keys],
    queryFn: ({ signal }) => api.get('/api/v1/trends/top', { query: { limit: 10, direction }, signal }),
  });
}

export interface Month {
  month: Date;
  postings: number;
}

export interface Ahead extends Month {
  low95: number;
  high95: number;
  low80: number;
  high80: number;
}

export const monthOf = (text: string) => new Date(`${text}-01T00:00:00Z`);

export function past(forecast: Schemas['TrendForecast']): Month[] {
  return (forecast.history ?? []).map((m) => ({ month: monthOf(m.month), postings: m.postings }));
}

/** The months ahead with both bands; they begin at the last known month, where nothing is unsure. */
export function ahead(wide: Schemas['TrendForecast'], narrow: Schemas['TrendForecast'] | undefined): Ahead[] {
  const inner = new Map((narrow?.forecasts ?? []).map((p) => [p.month, p]));
  const last = past(wide).at(-1);
  const months = wide.forecasts.map((p) => {
    const near = inner.get(p.month);
    const middle = p.predicted_demand;
    return {
      month: monthOf(p.month),
      postings: middle,
      low95: p.lower_bound ?? middle,
      high95: p.upper_bound ?? middle,
      low80: near?.lower_bound ?? middle,
      high80: near?.upper_bound ?? middle,
    };
  });
  return last === undefined
    ? months
    : [{ ...last, low95: last.postings, high95: last.postings, low80: last.postings, high80: last.postings }, ...months];
}
