import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { completed, example, node, openBrowser, pageOf, person, run } from './stage.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PHONE = { viewport: { width: 390, height: 844 } };

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

/** @param part of the page, where the rest was looked at before */
async function holds(page, screen, part = 'body') {
  // A colour on its way to another is neither.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(RULES).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) =>
    `${screen}: ${id} ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`), []);
}

async function goes(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
}

/** Two hundred of them, looked at once, would be looked at again with each screen. */
const foldNodes = (page) => page.getByRole('complementary', { name: 'Nodes' }).getByRole('button', { name: 'Fold away' }).click();
const hasFocus = (page, selector) => page.locator(`${selector}:focus`).waitFor({ state: 'attached' });
const tab = (page, name) => page.getByRole('tab', { name, exact: true });
const live = (page) => page.locator('.standing-live.live').waitFor();

/** A spell of a chain of nodes: what each is, by its title and its data. */
function chain(name, ...nodes) {
  const end = (at, key, other) => nodes[at] ? [{ node: at + 1, [other]: key }] : [];
  return { name, graph: { nodes: Object.fromEntries(nodes.map(([type, data, given = 'output', taken = 'input'], at) => [at + 1, {
    id: at + 1, name: type, data, position: [at * 280, 0],
    inputs: { trigger: { connections: end(at - 1, 'trigger', 'output') }, [taken]: { connections: end(at - 1, nodes[at - 1]?.[2] ?? 'output', 'output') } },
    outputs: { trigger: { connections: end(at + 1, 'trigger', 'input') }, [given]: { connections: end(at + 1, nodes[at + 1]?.[3] ?? 'input', 'input') } },
  }])) } };
}

const FAILS = chain('Fails', ['Input', { name: 'Order', useDefault: true, defaultValue: '{"tea": }' }], ['JSON To Object', {}], ['Output', { name: 'Read' }]);
const WAITS = chain('Waits', ['Input', { name: 'Question', useDefault: true, defaultValue: 'Shall it go out?' }], ['Human Input', {}, 'output', 'question'], ['Output', { name: 'Answer' }]);
const ODD = chain('Odd', ['Input', { name: 'Word', useDefault: true, defaultValue: 'yes' }], ['Output', { name: 'Same' }], ['Output', { name: 'Same' }]);

for (const colorScheme of ['light', 'dark']) {
  const look = { colorScheme, reducedMotion: 'reduce' };

  test(`the way in and what is beside the editor are usable by all, ${colorScheme}`, async () => {
    const stranger = await pageOf(browser, undefined, look);
    await stranger.getByLabel('E-mail').fill('nobody@example.org');
    await stranger.getByLabel('Password').fill('wrong horse battery');
    await stranger.getByRole('button', { name: 'Sign in' }).click();
    await stranger.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
    await holds(stranger, 'sign-in');
    await stranger.getByRole('button', { name: 'I am new here' }).click();
    await holds(stranger, 'sign-up');

    const ann = await person('ann');
    await example(ann, 'conversation');
    await ann.ask('POST', '/api/projects', { name: 'Bots' });
    await ann.ask('POST', '/api/auth/keys', { name: 'Laptop' });
    const page = await pageOf(browser, ann, look);
    await page.getByRole('button', { name: /^Slow count/ }).waitFor();
    await page.getByRole('searchbox', { name: 'Search the examples' }).fill('count');
    await holds(page, 'home');
    for (const item of ['Rename', 'Move to a project', 'Delete']) {
      await page.getByRole('button', { name: 'More for Conversation' }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await page.getByRole('dialog').waitFor();
      await holds(page, item, '[role=dialog]');
      await page.keyboard.press('Escape');
      await hasFocus(page, '[aria-label="More for Conversation"]');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await holds(page, 'the menu of a spell', '[role=menu]');
    await page.keyboard.press('Escape');
    await page.locator('input[type=file]').setInputFiles({ name: 'odd.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(ODD)) });
    await page.getByRole('dialog', { name: 'Imported, with remarks' }).waitFor();
    await holds(page, 'import', '[role=dialog]');
    await page.keyboard.press('Escape');
    await goes(page, '#/settings');
    await page.getByText('Laptop', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Account and settings' }).click();
    await holds(page, 'the menu of the account', '[role=menu]');
    await page.keyboard.press('Escape');
    await holds(page, 'settings');
    await goes(page, '#/nowhere');
    await page.getByRole('heading', { name: 'Nothing is at this address' }).waitFor();
    await holds(page, 'an address that leads nowhere');
  });

  test(`the editor is usable by all, ${colorScheme}`, async () => {
    const ann = await person('ann');
    const spell = await example(ann, 'conversation');
    const page = await pageOf(browser, ann, { path: `/#/s/${spell}`, ...look });
    await live(page);
    await page.getByRole('searchbox', { name: 'Search the nodes' }).fill('text');
    await page.getByRole('button', { name: 'Windows below' }).click();
    await holds(page, 'a spell that has not run');
    await foldNodes(page);
    await run(page);
    await completed(page);
    await page.locator('.line').first().waitFor();
    await holds(page, 'a run that is completed');
    await node(page, 'Message').click();
    for (const name of ['Timings', 'Events', 'Requests', 'State', 'Services']) {
      await tab(page, name).click();
      await page.getByRole('tabpanel', { name }).locator('.empty, table, li').first().waitFor();
      await holds(page, name, '.dock.bottom');
    }
    await tab(page, 'State').focus();
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('button', { name: 'Add a value' }).click();
    await holds(page, 'two windows of a dock', '.dock.bottom');
    await page.getByRole('button', { name: 'Place of State' }).click();
    await holds(page, 'the menu of a window', '[role=menu]');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Join with the part on the left' }).click();
    await page.getByRole('button', { name: 'Windows below' }).click();
    for (const name of ['Inspector', 'Outline', 'Versions', 'Documents', 'Tasks', 'Runs']) {
      await tab(page, name).click();
      await page.getByRole('tabpanel', { name }).locator('.empty, li, .inspector').first().waitFor();
      await holds(page, name, '.dock.right');
    }
    await page.locator('.run-item button').first().click();
    await page.getByRole('slider', { name: 'Go through the run' }).fill('4');
    await holds(page, 'an old run', '.editor-body');

    await node(page, 'Answer').click({ button: 'right' });
    await page.getByRole('menu', { name: 'Node' }).waitFor();
    await holds(page, 'the menu of a node', '[role=menu]');
    await page.keyboard.press('Escape');
    for (const [keys, name] of [['Control+k', 'Commands'], ['a', 'Add a node'], ['?', 'Shortcuts']]) {
      await page.locator('.editor-canvas').focus();
      await page.keyboard.press(keys);
      await page.getByRole('dialog', { name }).waitFor();
      await page.keyboard.type('outp');
      await holds(page, name, '[role=dialog]');
      await page.keyboard.press('Escape');
      await hasFocus(page, '.editor-canvas');
    }
    await page.getByRole('button', { name: 'More for this spell' }).click();
    await page.getByRole('menuitem', { name: 'Call it over REST' }).click();
    await holds(page, 'the way to call it', '[role=dialog]');
    await page.keyboard.press('Escape');

    await goes(page, `#/s/${(await ann.ask('POST', '/api/spells', FAILS)).id}`);
    await node(page, 'Order').waitFor();
    await run(page);
    await node(page, 'JSON To Object').locator('.socket.fault', { hasText: 'input' }).waitFor();
    await page.getByRole('button', { name: 'Windows below' }).click();
    await tab(page, 'Console').click();
    await page.locator('.line.error').first().getByRole('button', { name: /^input 'input': got text that is not JSON/ }).click();
    await page.locator('.node.selected', { hasText: 'JSON To Object' }).waitFor();
    await tab(page, 'Inspector').click();
    await holds(page, 'a run that failed', '.editor-body');
    await tab(page, 'Playtest').click();
    await holds(page, 'what failed, in the playtest', '.dock.right');

    await goes(page, `#/s/${(await ann.ask('POST', '/api/spells', WAITS)).id}`);
    await node(page, 'Question').waitFor();
    await run(page);
    await page.locator('.bubble.question').waitFor();
    await holds(page, 'a run that waits', '.editor-body');
  });

  test(`code, a run that runs, a conflict and a phone are usable by all, ${colorScheme}`, async () => {
    const ann = await person('ann');
    const page = await pageOf(browser, ann, { path: `/#/s/${await example(ann, 'code')}`, ...look });
    await live(page);
    await foldNodes(page);
    await tab(page, 'Inspector').click();
    await node(page, 'Code').click();
    await page.locator('.cm-editor').waitFor();
    await page.getByText('When it fails').click();
    await page.getByRole('checkbox', { name: 'Go on at an output of its own' }).check();
    await node(page, 'Code').locator('.socket', { hasText: 'message' }).waitFor();
    await holds(page, 'code', '.dock.right');
    await page.getByRole('button', { name: 'Write Code with more room' }).click();
    await page.getByRole('textbox', { name: 'Code of Code' }).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('// more');
    await page.locator('.dock.right .cm-content', { hasText: '// more' }).waitFor();
    await holds(page, 'the window for text', '.dock.bottom');

    const spell = await example(ann, 'conversation');
    await goes(page, `#/s/${spell}`);
    await node(page, 'Message').click();
    const { name, graph } = await ann.ask('GET', `/api/spells/${spell}`);
    graph.nodes['1'].data.name = 'Theirs';
    // A page that is looked at draws what others save.
    await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
    await ann.ask('PUT', `/api/spells/${spell}`, { base: 1, name, graph });
    await page.locator('#control-name').fill('Mine');
    await page.getByRole('alert').filter({ hasText: 'changed elsewhere' }).waitFor();
    await holds(page, 'a conflict', '.editor');

    await goes(page, `#/s/${await example(ann, 'slow-count')}`);
    await node(page, 'Numbers').waitFor();
    await run(page);
    await page.locator('.node.running').first().waitFor();
    await holds(page, 'a run that runs', '.editor');

    await tab(page, 'Playtest').click();
    await page.setViewportSize(PHONE.viewport);
    await completed(page);
    await holds(page, 'a phone');
  });
}

test('a phone shows a spell and talks with it', async () => {
  const ann = await person('ann');
  const spell = await example(ann, 'conversation');
  const page = await pageOf(browser, ann, { path: `/#/s/${spell}`, ...PHONE });
  await live(page);
  await page.getByLabel('Text for Message').fill('hello');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await completed(page);

  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `the page is ${width} wide`);
  assert.equal(await page.locator('.bubble.you').innerText(), 'hello');
});
