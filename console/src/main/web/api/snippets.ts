import type { Call } from './calls.ts';

export type Language = 'curl' | 'TypeScript' | 'Python';
export const LANGUAGES: readonly Language[] = ['curl', 'TypeScript', 'Python'];

/** How to make a call again from elsewhere. Never holds a key: where one is needed, SKILLPOD_KEY stands for it. */
export function snippet(language: Language, call: Pick<Call, 'method' | 'url' | 'body'>, origin: string, key: boolean): string {
  switch (language) {
    case 'curl':
      return curl(call, origin, key);
    case 'TypeScript':
      return typescript(call, origin, key);
    case 'Python':
      return python(call, origin, key);
  }
}

type Said = Pick<Call, 'method' | 'url' | 'body'>;

function curl(call: Said, origin: string, key: boolean): string {
  const lines = [`curl -s${call.method === 'GET' ? '' : ` -X ${call.method}`} ${shell(origin + call.url)}`];
  if (key) {
    lines.push(`-H "Authorization: Bearer $SKILLPOD_KEY"`);
  }
  if (call.body !== undefined) {
    lines.push(`-H 'content-type: application/json'`, `-d ${shell(JSON.stringify(call.body, null, 2))}`);
  }
  return lines.join(' \\\n  ');
}

function typescript(call: Said, origin: string, key: boolean): string {
  const options = [`baseUrl: ${JSON.stringify(origin)}`, ...(key ? ['key: () => process.env.SKILLPOD_KEY'] : [])].join(', ');
  const body = call.body === undefined ? '' : `, {\n  body: ${JSON.stringify(call.body, null, 2).replaceAll('\n', '\n  ')},\n}`;
  return `import { SkillPodClient } from '@skillpod/client';

const skillpod = new SkillPodClient({ ${options} });
const answer = await skillpod.raw('${call.method}', ${JSON.stringify(call.url)}${body});
`;
}

function python(call: Said, origin: string, key: boolean): string {
  const lines = [...(key ? ['import os'] : []), 'import requests', '', 'answer = requests.request('];
  lines.push(`    ${JSON.stringify(call.method)},`, `    ${JSON.stringify(origin + call.url)},`);
  if (key) {
    lines.push(`    headers={"Authorization": "Bearer " + os.environ["SKILLPOD_KEY"]},`);
  }
  if (call.body !== undefined) {
    lines.push(`    json=${literal(call.body, 4)},`);
  }
  lines.push('    timeout=10,', ')', 'answer.raise_for_status()', 'print(answer.json())', '');
  return lines.join('\n');
}

/** Returns a value as Python writes it. */
function literal(value: unknown, indent: number): string {
  const inner = ' '.repeat(indent + 4);
  const outer = ' '.repeat(indent);
  if (value === null || value === undefined) {
    return 'None';
  }
  if (typeof value === 'boolean') {
    return value ? 'True' : 'False';
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? '[]' : `[\n${value.map((v) => inner + literal(v, indent + 4)).join(',\n')},\n${outer}]`;
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    return entries.length === 0
      ? '{}'
      : `{\n${entries.map(([k, v]) => `${inner}${JSON.stringify(k)}: ${literal(v, indent + 4)}`).join(',\n')},\n${outer}}`;
  }
  return JSON.stringify(value);
}

function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
