import { execSync } from 'node:child_process';
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
  await expect(page.getByRole('heading', { name: 'This needs the admin key' }).first()).toBeVisible();
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

test('Redis dies and comes back: the console says what is degraded, and goes on', async ({ page }) => {
  const { REDIS_COMMAND: command, REDIS_PID: pidFile } = process.env;
  test.skip(command === undefined || pidFile === undefined, 'needs the Redis that e2e/run.sh starts');
  test.setTimeout(120_000);
  await open(page, 'learner?user=starter-00001');
  process.kill(Number(readFileSync(pidFile as string, 'utf8')), 'SIGKILL');
  await expect(async () => {
    await page.goto(`/?${Date.now()}#/learner?user=starter-0000${(Date.now() % 9) + 1}`);
    await expect(page.locator('.top').getByText('Degraded')).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 50_000 });
  await settled(page);
  await expect(page.locator('.card').first()).toBeVisible();
  await accessible(page, 'degraded');
  if (process.env.SHOTS !== undefined) {
    await page.screenshot({ path: `${process.env.SHOTS}/degraded.png` });
  }
  execSync(command as string, { shell: '/bin/bash' });
  await expect(async () => {
    await page.goto(`/?${Date.now()}#/learner?user=starter-0000${(Date.now() % 9) + 1}`);
    await expect(page.locator('.top').getByText('Ready')).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
});

test('the database dies: what needs it says so or goes on, and the market answers all the while', async ({ page }) => {
  const pidFile = process.env.POSTMASTER_PID;
  test.skip(pidFile === undefined, 'needs the service that e2e/run.sh starts');
  test.setTimeout(120_000);
  await open(page, 'learner?user=starter-00001');
  process.kill(Number(readFileSync(pidFile as string, 'utf8').split('\n')[0]), 'SIGQUIT');
  await page.goto('/?down#/market?skill=python');
  await expect(page.getByText('Back-test error')).toBeVisible();
  await expect(async () => {
    await page.goto(`/?${Date.now()}#/learner?user=starter-0000${(Date.now() % 9) + 1}`);
    await expect(page.locator('.card').first()).toBeVisible({ timeout: 8_000 });
    await expect(page.locator('.top').getByText('Ready')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 90_000 });
});
