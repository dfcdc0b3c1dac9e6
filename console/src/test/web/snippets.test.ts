import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isAdminRoute, keyFor, setKey } from '../../main/web/api/keys.ts';
import { LANGUAGES, snippet } from '../../main/web/api/snippets.ts';

const call = { method: 'POST', url: '/api/v1/x?a=1', body: { name: "O'Neill \"é\"", deep: [{ yes: true, none: null, n: 1.5 }], empty: [] } };
const origin = 'http://localhost:8080';

describe('code to copy', () => {
  it('never holds a key', () => {
    setKey('admin', 'skp_secret');
    for (const language of LANGUAGES) {
      const code = snippet(language, call, origin, true);
      expect(code).not.toContain('skp_secret');
      expect(code).toContain('SKILLPOD_KEY');
      expect(snippet(language, call, origin, false)).not.toContain('SKILLPOD_KEY');
    }
    setKey('admin', null);
  });

  it('gives the shell the same body', () => {
    const body = execFileSync('bash', ['-c', `curl() { printf '%s' "\${@: -1}"; }\n${snippet('curl', call, origin, true)}`], { encoding: 'utf8' });
    expect(JSON.parse(body)).toEqual(call.body);
  });

  it('writes values as Python does', () => {
    const code = snippet('Python', call, origin, false);
    expect(code).toContain('"yes": True');
    expect(code).toContain('"none": None');
    expect(code).not.toMatch(/\b(true|null)\b/);
  });

  it('has no body where the call had none', () => {
    const get = { method: 'GET', url: '/ready', body: undefined };
    expect(snippet('curl', get, origin, false)).toBe("curl -s 'http://localhost:8080/ready'");
    expect(snippet('TypeScript', get, origin, false)).toContain('raw(\'GET\', "/ready");');
  });
});

describe('keys', () => {
  it('go to the routes that want them', () => {
    setKey('admin', ' a ');
    expect(keyFor('/api/v1/models/status')).toBe('a');
    setKey('caller', 'c');
    expect([keyFor('/api/v1/models/status'), keyFor('/api/v1/models/{name}/versions')]).toEqual(['c', 'a']);
    setKey('admin', '');
    expect(keyFor('/api/v1/service/status')).toBe('c');
    setKey('caller', null);
    expect(keyFor('/health')).toBeNull();
  });

  it('know which routes are an operator\'s', () => {
    expect(['/api/v1/models/retrain', '/api/v1/service/requests', '/api/v1/models/status', '/api/v1/trends/top'].map(isAdminRoute)).toEqual([true, true, false, false]);
  });
});
