import { readFileSync } from 'node:fs';
import { accessible, expect, giveKey, open, settled, test } from './pages.ts';

test('what a version does not have is said, and nothing is invented', async ({ page }) => {
  await page.route('**/api/v1/models/*/versions', (route) =>
    route.fulfill({ status: 501, contentType: 'application/problem+json', body: '{"title":"Not built yet","status":501,"detail":"not built yet"}' }),
  );
  await open(page, 'models');
  await giveKey(page);
  await expect(page.getByRole('heading', { name: 'Not available in this version' }).first()).toBeVisible();
});

test('a refused key is asked for where it is needed', async ({ page }) => {
  await page.route('**/api/v1/service/**', (route) =>
    route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"title":"Unauthorized","status":401,"detail":"send a key"}' }),
  );
  await open(page, 'service');
  await expect(page.getByRole('heading', { name: 'This needs a key' }).first()).toBeVisible();
  await accessible(page, 'key needed');
});

test('a service that does not answer is told from one that has nothing', async ({ page }) => {
  await page.route('**/api/v1/trends/**', (route) => route.abort());
  await page.goto('/#/market?skill=python');
  await expect(page.getByRole('heading', { name: 'The service does not answer' }).first()).toBeVisible();
  await accessible(page, 'no answer');
  await page.unroute('**/api/v1/trends/**');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByText('Back-test error')).toBeVisible();
});

test('an empty tenant is explained', async ({ page }) => {
  await open(page, 'learner?tenant=nobody');
  await expect(page.getByRole('heading', { name: 'No learner yet' })).toBeVisible();
});

test('the database fails: the console says so, and the market still answers', async ({ page }) => {
  const pidFile = process.env.POSTMASTER_PID;
  test.skip(pidFile === undefined, 'needs the service that e2e/run.sh starts');
  await open(page, 'learner?user=starter-00001');
  process.kill(Number(readFileSync(pidFile as string, 'utf8').split('\n')[0]), 'SIGQUIT');
  await expect(async () => {
    await page.goto(`/?${Date.now()}#/learner?user=starter-0000${Math.floor(Math.random() * 9) + 1}`);
    await expect(page.getByText(/The service cannot answer now|Degraded answer|Degraded/).first()).toBeVisible({ timeout: 8_000 });
  }).toPass({ timeout: 50_000 });
  if (process.env.SHOTS !== undefined) {
    await page.screenshot({ path: `${process.env.SHOTS}/database-down.png` });
  }
  await accessible(page, 'database down');
  await open(page, 'market?skill=python');
  await settled(page);
  await expect(page.getByText('Back-test error')).toBeVisible();
});
