const cache = new Map<string, Intl.NumberFormat>();

function format(digits: number, sign = false): Intl.NumberFormat {
  const key = `${digits}${sign}`;
  let found = cache.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat('en', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: sign ? 'exceptZero' : 'auto',
    });
    cache.set(key, found);
  }
  return found;
}

const minus = (text: string) => text.replace('-', '−');

export const number = (value: number, digits = 0) => minus(format(digits).format(value));
export const signed = (value: number, digits = 2) => minus(format(digits, true).format(value));
export const score = (value: number) => number(value, 2);
export const percent = (value: number, digits = 0) => `${number(value * 100, digits)} %`;
export const signedPercent = (value: number, digits = 0) => `${signed(value * 100, digits)} %`;
export const points = (value: number, digits = 1) => signed(value * 100, digits);
export const milliseconds = (value: number) => `${number(value, value < 10 ? 1 : 0)} ms`;

export function minutes(value: number): string {
  if (value < 60) {
    return `${number(value)} min`;
  }
  const hours = Math.floor(value / 60);
  const rest = Math.round(value - hours * 60);
  return rest === 0 ? `${number(hours)} h` : `${number(hours)} h ${rest} min`;
}

export function duration(seconds: number): string {
  if (seconds < 90) {
    return `${number(seconds)} s`;
  }
  if (seconds < 90 * 60) {
    return `${number(seconds / 60)} min`;
  }
  return seconds < 48 * 3600 ? `${number(seconds / 3600)} h` : `${number(seconds / 86400)} days`;
}

/** Turns SKILL_GAP_FILL and ndcg_at_10 into words. */
export function words(code: string): string {
  const text = code.replaceAll(/[_-]+/g, ' ').trim().toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

export const day = (time: string | Date) => DAY.format(new Date(time));
export const shortDay = (time: string | Date) => SHORT.format(new Date(time));
export const moment = (time: string | Date) => MOMENT.format(new Date(time));
export const clock = (time: string | Date) => CLOCK.format(new Date(time));

export function ago(time: string | Date, now = Date.now()): string {
  const seconds = Math.max(0, (now - new Date(time).getTime()) / 1000);
  return seconds < 10 ? 'just now' : `${duration(seconds)} ago`;
}
