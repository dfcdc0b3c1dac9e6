import { useCallback } from 'react';
import type { Schemas } from '@skillpod/client';
import { Chart, PLOT_CLASS, type Drawing } from '../ui/Chart.tsx';
import { Chip, Source, type Tone } from '../ui/Chip.tsx';
import { moment, number, percent, signedPercent, words } from '../ui/format.ts';
import { Figure, Panel } from '../ui/Panel.tsx';
import { Degraded, Failed, Loading } from '../ui/State.tsx';
import { ahead, past, useForecast } from './trends.ts';

const TONES: Record<string, Tone> = { RISING: 'good', STABLE: 'plain', DECLINING: 'bad' };
const ARROWS: Record<string, string> = { RISING: '▲', STABLE: '▬', DECLINING: '▼' };

/** One skill: its past, its forecast with the bands, and how far earlier forecasts were off. */
export function SkillTrend({ skill, onCompare }: { skill: string; onCompare: () => void }) {
  const { wide, narrow } = useForecast(skill);
  const data = wide.data;
  const forecast = data?.forecast;
  return (
    <Panel
      title={forecast?.skill_name ?? skill}
      lead={data === undefined ? undefined : `monthly postings · forecast of ${moment(data.generated_at)} by ${data.model_version}`}
      call={`/api/v1/trends/forecast/`}
      busy={wide.isFetching}
      actions={
        <>
          {forecast === undefined ? null : (
            <Chip tone={TONES[forecast.trend_direction] ?? 'plain'}>
              {ARROWS[forecast.trend_direction]} {words(forecast.trend_direction)}
            </Chip>
          )}
          <Source of={data?.data_source} />
          <button type="button" className="button" onClick={onCompare}>
            Compare
          </button>
        </>
      }
    >
      <Degraded reasons={data?.degraded} />
      {wide.isPending ? <Loading what="forecast" lines={8} /> : null}
      {wide.error !== null && (data === undefined || wide.isPlaceholderData) ? <Failed error={wide.error} what={`forecast of ${skill}`} retry={() => void wide.refetch()} /> : null}
      {forecast === undefined || (wide.error !== null && wide.isPlaceholderData) ? null : (
        <>
          <Fan wide={forecast} narrow={narrow.data?.forecast} />
          <TrendFigures forecast={forecast} />
          <ul className="bullets">
            {forecast.factors.map((factor) => (
              <li key={factor}>{factor}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function TrendFigures({ forecast }: { forecast: Schemas['TrendForecast'] }) {
  const { growth, accuracy } = forecast;
  const saved = accuracy.naive_mean_absolute_error == null || accuracy.mean_absolute_error == null ? null : 1 - accuracy.mean_absolute_error / accuracy.naive_mean_absolute_error;
  return (
    <dl className="figures">
      <Figure label="Now" value={number(forecast.recent_postings)} note={`postings a month; demand ${number(forecast.current_demand_score)} of 100`} />
      <Figure label="In a year" value={signedPercent(growth.expected)} note={`${signedPercent(growth.lower_bound)} to ${signedPercent(growth.upper_bound)} with probability 0.8`} />
      <Figure label="Chance of rising" value={percent(growth.probability_rising)} note={`by more than 3 %; falling ${percent(growth.probability_declining)}`} />
      {accuracy.mean_absolute_error == null ? null : (
        <Figure
          label="Back-test error"
          value={`± ${number(accuracy.mean_absolute_error)}`}
          note={saved === null ? 'postings a month' : `${saved >= 0 ? `${percent(saved)} less` : `${percent(-saved)} more`} than repeating last year (± ${number(accuracy.naive_mean_absolute_error ?? 0)})`}
        />
      )}
    </dl>
  );
}

function Fan({ wide, narrow }: { wide: Schemas['TrendForecast']; narrow: Schemas['TrendForecast'] | undefined }) {
  const draw = useCallback<Drawing>(
    (Plot, width) => {
      const known = past(wide);
      const coming = ahead(wide, narrow);
      const x = (d: { month: Date }) => d.month;
      return Plot.plot({
        className: PLOT_CLASS,
        width,
        height: 320,
        marginLeft: 52,
        marginRight: 16,
        x: { type: 'utc', label: null },
        y: { label: 'Postings a month', grid: true, zero: true, nice: true },
        marks: [
          Plot.areaY(coming, { x, y1: 'low95', y2: 'high95', fill: 'var(--accent)', fillOpacity: 0.16 }),
          Plot.areaY(coming, { x, y1: 'low80', y2: 'high80', fill: 'var(--accent)', fillOpacity: 0.26 }),
          Plot.lineY(known, { x, y: 'postings', stroke: 'var(--ink)', strokeWidth: 1.8 }),
          Plot.lineY(coming, { x, y: 'postings', stroke: 'var(--accent)', strokeWidth: 2.2, strokeDasharray: '5 4' }),
          Plot.ruleX(known.slice(-1), { x, stroke: 'var(--line-strong)', strokeDasharray: '2 3' }),
          Plot.ruleX([...known, ...coming], Plot.pointerX({ x, stroke: 'var(--line-strong)' })),
          Plot.tip(known, Plot.pointerX({ x, y: 'postings', title: (d: { month: Date; postings: number }) => `${monthName(d.month)}\n${number(d.postings)} postings` })),
          Plot.tip(
            coming.slice(1),
            Plot.pointerX({
              x,
              y: 'postings',
              title: (d: (typeof coming)[number]) =>
                `${monthName(d.month)}, forecast\n${number(d.postings)} postings\n80 %: ${number(d.low80)} to ${number(d.high80)}\n95 %: ${number(d.low95)} to ${number(d.high95)}`,
            }),
          ),
        ],
      });
    },
    [wide, narrow],
  );
  const coming = ahead(wide, narrow).slice(1);
  const end = coming.at(-1);
  return (
    <>
      <Chart
        height={320}
        draw={draw}
        label={`Monthly postings for ${wide.skill_name ?? wide.skill_id} from ${wide.history_from} to ${wide.history_until} and the forecast of ${coming.length} months${end === undefined ? '' : `, at its end ${number(end.postings)}, with probability 0.95 between ${number(end.low95)} and ${number(end.high95)}`}.`}
        table={
          <table>
            <thead>
              <tr>
                <th>Month</th>
                <th className="num">Forecast</th>
                <th className="num">80 % band</th>
                <th className="num">95 % band</th>
              </tr>
            </thead>
            <tbody>
              {coming.map((m) => (
                <tr key={m.month.toISOString()}>
                  <td>{monthName(m.month)}</td>
                  <td className="num">{number(m.postings)}</td>
                  <td className="num">
                    {number(m.low80)} to {number(m.high80)}
                  </td>
                  <td className="num">
                    {number(m.low95)} to {number(m.high95)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
      <ul className="legend small muted">
        <li>
          <span className="swatch swatch-known" /> known
        </li>
        <li>
          <span className="swatch swatch-forecast" /> forecast
        </li>
        <li>
          <span className="swatch swatch-80" /> holds the month with probability 0.8
        </li>
        <li>
          <span className="swatch swatch-95" /> with probability 0.95
        </li>
      </ul>
    </>
  );
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
export const monthName = (month: Date) => MONTH.format(month);
