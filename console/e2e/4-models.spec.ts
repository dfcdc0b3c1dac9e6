import type { APIRequestContext } from '@playwright/test';
import { accessible, ADMIN_KEY, expect, giveKey, open, settled, test, typeKey } from './pages.ts';

const headers: Record<string, string> = ADMIN_KEY === '' ? {} : { authorization: `Bearer ${ADMIN_KEY}` };

/** Whether this version of the service has a route. */
async function has(request: APIRequestContext, path: string): Promise<boolean> {
  return ![404, 405, 501].includes((await request.get(path, { headers })).status());
}

test('the models in service stand beside simpler ways', async ({ page }) => {
  await open(page, 'models');
  await expect(page.getByText('NDCG at 10')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'popularity' }).first()).toBeVisible();
});

test('a key is kept in memory only', async ({ page, context }) => {
  await open(page, 'models');
  await page.getByRole('button', { name: 'Keys' }).click();
  await typeKey(page, 'skp_not-a-real-key');
  await page.keyboard.press('Escape');
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, document.documentElement.outerHTML]));
  expect(kept).not.toContain('skp_not-a-real-key');
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(page.getByText('Admin key (given)')).toHaveCount(0);
});

test('a training runs from its start to the promotion', async ({ page, request }) => {
  test.skip(!(await has(request, '/api/v1/models/retrain')), 'this version has no training over HTTP');
  test.setTimeout(900_000);
  await open(page, 'models');
  await giveKey(page);
  await settled(page);
  const before = await page.getByText(/In service: version/).locator('code').innerText();
  await page.getByRole('combobox', { name: 'Models' }).selectOption('recommender');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.locator('.stages li').first()).toBeVisible();
  if (process.env.SHOTS !== undefined) {
    await expect(page.locator('.stages li').nth(8)).toBeVisible({ timeout: 300_000 });
    await page.screenshot({ path: `${process.env.SHOTS}/retrain.png` });
  }
  await expect(page.locator('[data-state=succeeded]').first()).toBeVisible({ timeout: 840_000 });
  const kept = await page.locator('.result code').first().innerText();
  expect(kept).not.toBe(before);
  if ((await page.getByText('Kept, not promoted').count()) > 0) {
    // The same data make the same model, and the gate wants a better one: promote it by hand, with a reason.
    await settled(page);
    await page.getByRole('button', { name: `Promote ${kept}` }).click();
    await page.getByLabel('Reason').fill('shown by the test of the console');
    await page.getByRole('dialog').getByRole('button', { name: 'Promote', exact: true }).click();
    const force = page.getByRole('button', { name: 'Promote all the same' });
    await expect(page.getByRole('dialog').or(page.getByText(`version ${kept}`)).first()).toBeVisible();
    if (await force.isVisible({ timeout: 5_000 }).catch(() => false)) {
      await force.click();
    }
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await expect(page.getByText(/In service: version/).locator('code')).toHaveText(kept, { timeout: 60_000 });
  await accessible(page, 'models after a training');
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  await page.getByLabel('Reason').fill('and back again');
  await page.getByRole('dialog').getByRole('button', { name: 'Roll back', exact: true }).click();
  await expect(page.getByText(/In service: version/).locator('code')).toHaveText(before, { timeout: 60_000 });
});
