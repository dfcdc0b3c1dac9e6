import { expect, open, settled, test } from './pages.ts';

test('a skill is found, and its fan and back-test are shown', async ({ page }) => {
  await open(page, 'market');
  await page.getByRole('combobox', { name: 'Find a skill' }).fill('pyth');
  await page.getByRole('option', { name: /^Python/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Python', exact: true })).toBeVisible();
  await settled(page);
  const fan = page.getByRole('img', { name: /Monthly postings for Python .* with probability 0.95 between/ });
  await expect(fan.locator('svg path').first()).toBeAttached();
  await expect(page.getByText('Back-test error')).toBeVisible();
  await page.getByText('Show the numbers').first().click();
  await expect(page.getByRole('columnheader', { name: '80 % band' })).toBeVisible();
});

test('skills are compared', async ({ page }) => {
  await open(page, 'market?skill=python&with=python,sql');
  await page.getByRole('combobox', { name: 'Add a skill' }).fill('java');
  await page.getByRole('option', { name: /^Java / }).or(page.getByRole('option', { name: /^Java$/ })).first().click();
  await expect(page).toHaveURL(/with=python%2Csql%2Cjava/);
  await expect(page.getByRole('img', { name: /Python, SQL, Java/ })).toBeVisible();
  await page.getByRole('button', { name: 'Remove SQL' }).click();
  await expect(page).toHaveURL(/with=python%2Cjava/);
});

test('both ends of the market have intervals', async ({ page }) => {
  await open(page, 'market');
  for (const title of ['Rising most', 'Falling most']) {
    const panel = page.getByRole('region', { name: title });
    await expect(panel.getByRole('img', { name: /interval .* to / }).first()).toBeVisible();
  }
});
