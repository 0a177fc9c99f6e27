import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { node, openBrowser, pageOf, person, run, completed, spellOf, until } from './stage.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test('a value of 8 MB shows its beginning, and all of it when it is wanted', async () => {
  const ann = await person('ann');
  const id = await spellOf(ann, 'Large value', [
    [1, 'Trigger In', { name: 'Start' }], [2, 'String Variable', { _var: `${'.'.repeat(249)}and this is the end` }],
    [3, 'Replace Text', { name: 'More', match: '.', replace: 'x'.repeat(200) }], [4, 'Replace Text', { name: 'Much', match: 'x', replace: `${'é'.repeat(79)}\n` }],
    [5, 'Output', { name: 'Answer' }],
  ], ['1.trigger 4.trigger', '2.output 3.input', '3.output 4.input', '4.trigger 5.trigger', '4.output 5.input']);
  const page = await pageOf(browser, ann, { path: '/', permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true });
  let received = 0;
  page.on('websocket', (line) => line.on('framereceived', ({ payload }) => { received += payload.length; }));
  await page.goto(`${page.url().replace(/#.*/, '')}#/s/${id}`);
  await page.locator('.standing-live.live').waitFor();
  await run(page);
  await completed(page);
  await until(() => node(page, 'Much').locator('.node-body').innerText(), (text) => /^8\.0 MB: é/.test(text));
  await until(() => page.locator('.bubble.spell pre').innerText(), (text) => /^8\.0 MB: é{79}\n.*…$/s.test(text));
  await page.getByRole('button', { name: 'Windows below' }).click();
  // Lines out of sight are not laid out, and have no inner text then.
  assert.match(await page.locator('.line-value', { hasText: 'output: 8.0 MB: é' }).first().textContent(), /é …$/);

  await page.getByRole('tab', { name: 'Inspector' }).click();
  await node(page, 'Much').click();
  const value = page.locator('.inspector-run .value', { hasText: 'out: output' });
  await value.getByRole('button', { name: 'Load all 8.0 MB' }).click();
  await value.locator('.cm-content').focus();
  await page.keyboard.press('Control+End');
  await value.getByText('and this is the end').waitFor();
  assert.ok(await page.locator('body *').count() < 3_000, 'all of it is on the page');
  await value.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('Copied.').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText().then((text) => text.length)), 249 * 200 * 80 + 19);
  const [kept] = await Promise.all([page.waitForEvent('download'), value.getByRole('button', { name: 'Keep as a file' }).click()]);
  assert.ok((await readFile(await kept.path(), 'utf8')).endsWith('and this is the end'));
  assert.ok(received < 100_000, `${received} bytes came over the socket`);
  assert.deepEqual(page.wrong, []);
});

test('a run of 10,000 events is opened, and shows how it stood at any of them', async () => {
  const ann = await person('ann');
  const id = await spellOf(ann, 'Long run', [
    [1, 'Trigger In', { name: 'Start' }], [2, 'Number Range', { start: 1, end: 3_000, step: 1 }], [3, 'ForEach', {}], [4, 'Echo', { name: 'Each' }], [5, 'Output', { name: 'Last' }], [6, 'Echo', { name: 'Again' }],
  ], ['1.trigger 3.act1', '2.output 3.array', '3.act 4.trigger', '3.element 4.source', '4.trigger 6.trigger', '4.output 6.source', '3.done 5.trigger', '6.output 5.input']);
  const { run: made } = await ann.ask('POST', `/api/spells/${id}/runs`, { inputs: {} });
  const events = await eventsOf(ann, made.id);
  assert.ok(events.length > 10_000, `${events.length} events`);
  const page = await pageOf(browser, ann, { path: `/#/s/${id}?run=${made.id}` });
  const slider = page.getByRole('slider', { name: 'Go through the run' });
  await until(() => slider.getAttribute('max'), (most) => Number(most) === events.length);
  const echo = node(page, 'Again');
  assert.equal(await echo.locator('.node-times').innerText(), '×3000');
  for (const upTo of [7_001, 0, 6_000, 5_999, 2, events.length, 1_000]) {
    await slider.fill(String(upTo));
    const done = events.slice(0, upTo).filter((event) => event.kind === 'node.completed' && event.node === '6');
    const times = events.slice(0, upTo).filter((event) => event.kind === 'node.started' && event.node === '6').length;
    assert.equal(await page.locator('.scrub-line .numbers').innerText(), `${upTo}/${events.length}`);
    assert.deepEqual(await echo.locator('.node-times').allInnerTexts(), times > 1 ? [`×${times}`] : []);
    assert.deepEqual(await echo.locator('.node-body.out').allInnerTexts(), times > 0 && done.length === times ? [String(done.at(-1).outputs.output)] : []);
  }
  assert.deepEqual(page.wrong, []);
});

async function eventsOf(who, id) {
  const events = [];
  for (let after = '0'; after !== undefined;) {
    const { items, next } = await who.ask('GET', `/api/runs/${id}/events?after=${after}`);
    events.push(...items);
    after = next;
  }
  return events;
}
