import { describe, expect, it } from 'vitest';
import { EXAMPLE, moves, pasted, tried } from '../../main/web/learner/profile.ts';

describe('a pasted profile', () => {
  it('is a user_context or a request that has one', () => {
    expect(pasted('{"user_id":"a","tenant_id":"t","target_role":"x"}')).toEqual({ user_id: 'a', tenant_id: 't', target_role: 'x' });
    expect(pasted('{"user_context":{"user_id":"a","tenant_id":"t"},"max_recommendations":3}')).toEqual({ user_id: 'a', tenant_id: 't' });
  });

  it('gets ids when it has none, and loses what an answer adds', () => {
    expect(pasted('{"skills":[],"warnings":[]}')).toEqual({ user_id: 'pasted', tenant_id: 'default', skills: [] });
    expect(pasted(EXAMPLE).user_id).toBe('ada');
  });

  it.each([
    ['{', 'This is no JSON'],
    ['[]', 'must be an object'],
    ['{"user_context":3}', 'user_context must be an object'],
    ['{"user_id":3}', 'must be texts'],
    ['{"skills":{}}', 'skills must be a list'],
  ])('%s is refused with a reason', (text, reason) => {
    expect(() => pasted(text)).toThrow(reason);
  });
});

describe('levels that are tried out', () => {
  const stored = { user_id: 'u', tenant_id: 't' };

  it('leave a profile as it is when there are none', () => {
    expect(tried(stored, {})).toBe(stored);
  });

  it('are laid over the profile', () => {
    const own = { ...stored, skills: [{ skill_id: 'sql', skill_name: 'SQL', current_level: 10 }, { skill_id: 'go', skill_name: 'Go', current_level: 5 }] };
    expect(tried(own, { sql: { name: 'SQL', level: 80 } }).skills).toEqual([
      { skill_id: 'go', skill_name: 'Go', current_level: 5 },
      { skill_id: 'sql', skill_name: 'SQL', current_level: 80 },
    ]);
  });
});

it('tells how far items moved', () => {
  const item = (content_id: string, overall_score: number) => ({ content_id, overall_score });
  const moved = moves([item('a', 0.9), item('b', 0.5)], [item('b', 0.7), item('c', 0.6), item('a', 0.1)]);
  expect(moved.get('b')).toEqual({ places: 1, score: expect.closeTo(0.2) as number });
  expect(moved.get('c')).toEqual({ places: null, score: 0.6 });
  expect(moved.get('a')).toEqual({ places: -2, score: expect.closeTo(-0.8) as number });
});
