import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { completed, example, node, openBrowser, pageOf, person } from './stage.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

async function holds(page, screen) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) =>
    `${screen}: ${id} ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`), []);
}

for (const colorScheme of ['light', 'dark']) {
  test(`every screen is usable by all, ${colorScheme}`, async () => {
    const ann = await person('ann');
    const signIn = await pageOf(browser, undefined, { colorScheme, reducedMotion: 'reduce' });
    await signIn.getByLabel('E-mail').waitFor();
    await holds(signIn, 'sign-in');

    await example(ann, 'conversation');
    const page = await pageOf(browser, ann, { colorScheme, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: /^Slow count/ }).waitFor();
    await holds(page, 'home');
    await page.locator('.own-open').click();
    await page.locator('.standing-live.live').waitFor();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await completed(page);
    await page.getByRole('button', { name: 'Windows below' }).click();
    await page.locator('.line').first().waitFor();
    await holds(page, 'editor');
    await page.getByRole('tab', { name: 'Inspector' }).click();
    await node(page, 'Message').click();
    await page.locator('.inspector').waitFor();
    await holds(page, 'inspector');
    for (const name of ['Runs', 'Versions', 'Timings']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tab', { name, selected: true }).waitFor();
      await holds(page, name);
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await holds(page, 'commands');
    await page.goto(page.url().replace(/#.*/, '#/settings'));
    await page.getByRole('heading', { name: 'API keys' }).waitFor();
    await holds(page, 'settings');
  });
}

test('a phone shows a spell and talks with it', async () => {
  const ann = await person('ann');
  const spell = await example(ann, 'conversation');
  const page = await pageOf(browser, ann, { path: `/#/s/${spell}`, viewport: { width: 390, height: 844 } });
  await page.locator('.standing-live.live').waitFor();
  await page.getByLabel('Message for Message').fill('hello');
  await page.getByRole('button', { name: 'Send' }).click();
  await completed(page);

  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `the page is ${width} wide`);
  assert.equal(await page.locator('.bubble.you').innerText(), 'hello');
});
