import { execFileSync } from 'node:child_process';
import { accessible, expect, open, settled, test } from './pages.ts';

test('a card says why, and its factor bars sum to its score', async ({ page }) => {
  await open(page, 'learner?user=starter-00001');
  const card = page.locator('.card').first();
  await expect(card.locator('p').nth(1)).not.toBeEmpty();
  const numbers = await card.locator('.factors td.num').allInnerTexts();
  const values = numbers.map((text) => Number(text.replace('−', '-').replace('+', '')));
  const total = values.pop() ?? Number.NaN;
  expect(values.length).toBeGreaterThan(3);
  expect(Math.abs(values.reduce((a, b) => a + b, 0) - total)).toBeLessThan(0.006);
  expect(Number(await card.locator('.card-score .num').first().innerText())).toBeCloseTo(total, 1);
});

test('what if: a level that is moved asks again and shows what would change', async ({ page }) => {
  await open(page, 'learner?user=starter-00001');
  const before = await page.locator('.card h3').allInnerTexts();
  const asked = page.waitForRequest((r) => r.url().endsWith('/recommendations/generate') && (r.postData() ?? '').includes('current_level'));
  const slider = page.getByRole('slider', { name: 'Security Fundamentals' });
  await slider.fill('90');
  const sent = (await asked).postDataJSON() as { user_context: { skills: unknown[] } };
  expect(sent.user_context.skills).toEqual([{ skill_id: 'security-fundamentals', skill_name: 'Security Fundamentals', current_level: 90 }]);
  await expect(page.getByText('What if:')).toBeVisible();
  await settled(page);
  expect(await page.locator('.card h3').allInnerTexts()).not.toEqual(before);
  await expect(page.locator('.card-score').getByText(/▲|▼|new/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Back to the real profile' }).click();
  await expect(page.getByText('What if:')).toHaveCount(0);
});

test('a skill that the learner lacks can be added', async ({ page }) => {
  await open(page, 'learner?user=starter-00002');
  await page.getByRole('combobox', { name: 'Add a skill' }).fill('kubern');
  await page.getByRole('option', { name: /Kubernetes/ }).click();
  await expect(page.getByText('Kubernetes at 60')).toBeVisible();
});

test('a pasted profile is shown, a wrong one is explained', async ({ page }) => {
  await open(page, 'learner');
  await page.getByRole('button', { name: 'Paste a profile' }).click();
  const text = page.getByRole('dialog').getByRole('textbox');
  await text.fill('{"skills": {}}');
  await page.getByRole('button', { name: 'Show what they are told' }).click();
  await expect(page.getByRole('alert')).toContainText('skills must be a list');
  await accessible(page, 'paste dialog');
  await page.getByRole('button', { name: 'Use an example' }).click();
  await page.getByRole('button', { name: 'Show what they are told' }).click();
  await expect(page.getByText('Pasted')).toBeVisible();
  await expect(page.getByText('Data Engineer').first()).toBeVisible();
  await settled(page);
  await expect(page.locator('.card').first()).toBeVisible();
});

test('gaps show levels, evidence and the interval of what closing is worth', async ({ page }) => {
  await open(page, 'learner/gaps?user=starter-00001');
  const gap = page.locator('.gap').first();
  await expect(gap.getByRole('img', { name: /Level \d+, \d+ required/ })).toBeVisible();
  await expect(gap.getByRole('img', { name: /Chance to be hired with .+: .+ points, interval .+ to .+/ })).toBeVisible();
  await gap.getByText('Evidence and next steps').click();
  await expect(gap.getByText(/Role: /)).toBeVisible();
  await accessible(page, 'gap with evidence');
});

test('a path can be walked, pinned, excluded from and planned again', async ({ page }) => {
  await open(page, 'learner/path?user=starter-00001');
  await expect(page.locator('.week').first()).toBeVisible();
  await page.getByRole('button', { name: 'Graph' }).click();
  await expect(page.locator('.node').first()).toBeVisible();
  await accessible(page, 'graph');
  const along = page.getByRole('slider', { name: /Along the path/ });
  await along.fill('0');
  await expect(page.getByText('before the first step')).toBeVisible();
  await expect(page.locator('.node-later').first()).toBeVisible();
  const title = (await page.locator('.step h3').first().innerText()).replace(/^\d+\.\s*/, '');
  await page.getByRole('button', { name: `Exclude ${title}` }).click();
  await expect(page.getByText('Planned again')).toBeVisible();
  await settled(page);
  await expect(page.locator('.step h3', { hasText: title })).toHaveCount(0);
  await expect(page.getByRole('button', { name: `Allow ${title} again` })).toBeVisible();
  const pinned = (await page.locator('.step h3').first().innerText()).replace(/^\d+\.\s*/, '');
  await page.getByRole('button', { name: `Pin ${pinned}` }).click();
  await expect(page.locator('.step', { hasText: pinned }).getByText('Pinned', { exact: true })).toBeVisible();
  await settled(page);
  await page.getByLabel('Hours a week').fill('12');
  await page.getByRole('button', { name: 'Plan again' }).click();
  await expect(page.getByText(/12 h a week/)).toBeVisible();
});

test('any call can be copied and runs as it is', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'learner?user=starter-00001');
  await page.getByRole('button', { name: 'API call behind Recommendations' }).click();
  await accessible(page, 'calls drawer');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  const answer = JSON.parse(execFileSync('bash', ['-c', code], { encoding: 'utf8' })) as { recommendations: unknown[] };
  expect(answer.recommendations.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Python' }).click();
  await expect(page.locator('.code')).toContainText('requests.request(');
});
