import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { completed, example, node, openBrowser, pageOf, person } from './stage.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

/** @param part of the page, where the rest was looked at before */
async function holds(page, screen, part = 'body') {
  const axe = new AxeBuilder({ page }).include(part);
  // Of all rules, that of contrast alone may hold in one theme and not in the other.
  const { violations } = await (page.isDark ? axe.withRules(['color-contrast']) : axe.withTags(RULES)).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) =>
    `${screen}: ${id} ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`), []);
}

for (const colorScheme of ['light', 'dark']) {
  test(`every screen is usable by all, ${colorScheme}`, async () => {
    const ann = await person('ann');
    const signIn = await pageOf(browser, undefined, { colorScheme, reducedMotion: 'reduce' });
    signIn.isDark = colorScheme === 'dark';
    await signIn.getByLabel('E-mail').waitFor();
    await holds(signIn, 'sign-in');

    await example(ann, 'conversation');
    const page = await pageOf(browser, ann, { colorScheme, reducedMotion: 'reduce' });
    page.isDark = colorScheme === 'dark';
    await page.getByRole('button', { name: /^Slow count/ }).waitFor();
    await page.getByRole('searchbox', { name: 'Search the examples' }).fill('count');
    await holds(page, 'home');
    await page.locator('.own-open').click();
    await page.locator('.standing-live.live').waitFor();
    await page.getByRole('searchbox', { name: 'Search the nodes' }).fill('text');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await completed(page);
    await page.getByRole('button', { name: 'Windows below' }).click();
    await page.locator('.line').first().waitFor();
    await holds(page, 'editor');
    await page.getByRole('tab', { name: 'Inspector' }).click();
    await node(page, 'Message').click();
    await page.locator('.inspector').waitFor();
    await holds(page, 'inspector', '.dock.right');
    for (const name of ['Outline', 'Runs', 'Versions', 'Timings']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tab', { name, selected: true }).waitFor();
      await holds(page, name, name === 'Timings' ? '.dock.bottom' : '.dock.right');
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('output');
    await holds(page, 'commands', '[role=dialog]');
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
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await completed(page);

  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `the page is ${width} wide`);
  assert.equal(await page.locator('.bubble.you').innerText(), 'hello');
});
