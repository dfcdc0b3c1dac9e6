import { readFileSync } from 'node:fs';
import { accessible, expect, fits, giveKey, open, settled, test } from './pages.ts';

const VIEWS = [
  ['learner', 'learner', 'Recommendations'],
  ['gaps', 'learner/gaps', 'Skill gaps'],
  ['path', 'learner/path', 'Learning path'],
  ['market', 'market', 'Rising most'],
  ['models', 'models', 'Training'],
  ['service', 'service', 'Requests'],
] as const;

const shots = process.env.SHOTS;

for (const [name, view, panel] of VIEWS) {
  for (const [width, theme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    test(`${name} at ${width} px, ${theme}: shows its panel, fits, is accessible, says what is synthetic`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme });
      await open(page, view);
      await giveKey(page);
      await settled(page);
      await expect(page.getByRole('heading', { level: 2, name: panel, exact: true })).toBeVisible();
      await expect(page.getByText('Synthetic data').first()).toBeVisible();
      expect(await fits(page)).toBe(true);
      await accessible(page, `${name} ${width} ${theme}`);
      if (shots !== undefined) {
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await page.screenshot({ path: `${shots}/${name}${width === 390 ? '-390-dark' : ''}.png`, fullPage: width === 1280 && view !== 'learner/path' });
      }
    });
  }
}

test('paints within a second', async ({ page }) => {
  // The quickest of five: how busy the machine of the test is says nothing of the page.
  const painted: number[] = [];
  for (let i = 0; i < 5 && !painted.some((time) => time < 1000); i++) {
    await page.goto(`/?${i}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    painted.push((await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)) ?? Number.NaN);
  }
  expect(Math.min(...painted)).toBeLessThan(1000);
});

test('asks only the service that served it', async ({ page }) => {
  const others: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(page.url() === 'about:blank' ? (process.env.CONSOLE_URL ?? 'http://127.0.0.1:8080') : page.url()).origin)) {
      others.push(request.url());
    }
  });
  await open(page, 'market');
  expect(others).toEqual([]);
});

test('can be gone through with the keyboard', async ({ page }) => {
  await open(page, 'learner');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Skip to content')).toBeFocused();
  const field = page.getByRole('combobox', { name: 'Find a learner by id' });
  await field.focus();
  await field.fill('starter-0004');
  await expect(page.getByRole('option').first()).toContainText('starter-0004');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/user=starter-0004/);
  await expect(page.getByText(/from profile and history|from the profile alone/)).toBeVisible();
});

test('the types are those of the service', async ({ request }) => {
  const served: unknown = await (await request.get('/v3/api-docs', { timeout: 55_000 })).json();
  const typed: unknown = JSON.parse(readFileSync(new URL('../../clients/typescript/openapi.json', import.meta.url), 'utf8'));
  expect(typed, 'run console/types.sh against this service').toEqual(served);
});

test('leaves Swagger UI where it was', async ({ page }) => {
  await page.goto('/docs');
  await expect(page.getByText('SkillPod recommender').first()).toBeVisible({ timeout: 50_000 });
});
