import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

/** A page that tells of every breach of its content security policy and of every error that nobody caught. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ page }, use) => {
      const said: string[] = [];
      page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        if (/Content Security Policy|Refused to/.test(message.text())) {
          said.push(message.text());
        }
      });
      await use();
      expect(said).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

export const ADMIN_KEY = process.env.ADMIN_KEY ?? '';

/** Opens a view and, where it asks, gives the admin key. */
export async function open(page: Page, view: string): Promise<void> {
  await page.goto(`/#/${view}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await settled(page);
}

/** Gives the admin key by the dialog, when the service has keys. */
export async function giveKey(page: Page): Promise<void> {
  if (ADMIN_KEY === '') {
    return;
  }
  await page.getByRole('button', { name: 'Keys' }).click();
  await page.getByLabel('Admin key').fill(ADMIN_KEY);
  await page.getByRole('dialog').getByRole('button', { name: 'Use', exact: true }).last().click();
  await page.keyboard.press('Escape');
}

/** Waits until nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('.loading')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.locator('section[aria-busy=true]')).toHaveCount(0, { timeout: 30_000 });
}

/** Fails on accessibility violations that axe calls serious or critical. */
export async function accessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
  expect(grave, where).toEqual([]);
}

/** Whether the page is wider than its window. */
export async function fits(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}
