import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { base, completed, example, inContext, loaded, node, openBrowser, pageOf, person, run, spellOf, until, wall } from './stage.mjs';

const COUNT = ['one', 'two', 'three', 'four', 'five', 'six'];

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

const said = (page) => page.locator('.bubble.spell').allInnerTexts();

test('a run whose socket is cut in the middle ends complete', async () => {
  const ann = await person('ann');
  const spell = await example(ann, 'slow-count');
  const page = await pageOf(browser, ann);
  const lines = [];
  await page.routeWebSocket(/eventbus/, (line) => { lines.push(line); line.connectToServer(); });
  await page.goto(`${page.url().replace(/#.*/, '')}#/s/${spell}`);
  await page.reload();
  await page.locator('.standing-live.live').waitFor();
  await run(page);
  await until(() => said(page), (texts) => texts.length >= 2);
  await lines.at(-1).close({ code: 3001, reason: 'cut' });
  await completed(page);

  assert.deepEqual(await said(page), COUNT);
  assert.equal(await node(page, 'Count').locator('.node-times').innerText(), '×6');
  assert.ok(lines.length >= 2, `${lines.length} sockets`);
});

test('what is drawn without a connection outlives the page, and is saved by the next one', async () => {
  const ann = await person('ann');
  const spell = await example(ann, 'conversation');
  const page = await pageOf(browser, ann);
  const lines = [];
  let isCut = false;
  await page.routeWebSocket(/eventbus/, (line) => {
    if (isCut) {
      line.close({ code: 3001, reason: 'cut' });
    } else {
      lines.push(line);
      line.connectToServer();
    }
  });
  await page.evaluate((to) => { location.hash = to; }, `#/s/${spell}`);
  await page.reload();
  await page.locator('.standing-live.live').waitFor();
  isCut = true;
  await lines.at(-1).close({ code: 3001, reason: 'cut' });
  await page.locator('.standing-live.reconnecting').waitFor();
  await page.getByRole('tab', { name: 'Inspector' }).click();
  await node(page, 'Message').click();
  await page.locator('#control-name').fill('Drawn offline');
  await page.locator('.standing', { hasText: 'Kept here until there is a connection' }).waitFor();
  page.on('dialog', (leaving) => leaving.accept());
  await page.reload();
  await node(page, 'Drawn offline').waitFor();
  isCut = false;

  await until(async () => (await ann.ask('GET', `/api/spells/${spell}`)).graph.nodes['1'].data.name, (name) => name === 'Drawn offline');
  await page.locator('.standing', { hasText: 'Saved' }).waitFor();
});

test('where no WebSocket gets through, a tab says so, and is live over plain requests as soon as they are offered', async () => {
  const ann = await person('ann');
  const between = await wall();
  const page = await pageOf(browser, ann, { path: `/#/s/${await example(ann, 'slow-count')}`, at: between.base });
  await page.locator('.notice', { hasText: 'http.xhr: true' }).waitFor();
  await page.locator('.standing-live', { hasText: 'WebSockets are blocked' }).waitFor();
  await page.locator('.standing-live').hover();
  await page.getByRole('tooltip', { name: 'http.xhr: true' }).waitFor();
  assert.ok(!(await loaded(page)).some((file) => file.includes('sockjs')));
  between.offers = true;
  await page.locator('.standing-live.live').waitFor();
  await run(page);
  await completed(page);

  assert.deepEqual(await said(page), COUNT);
  assert.equal(await node(page, 'Count').locator('.node-times').innerText(), '×6');
  assert.ok((await loaded(page)).some((file) => file.includes('sockjs')));
  assert.ok((await loaded(page)).some((file) => file.includes('/xhr_send?ticket=')));
  assert.ok(between.refused >= 2, `${between.refused} WebSockets were refused`);
  assert.deepEqual(page.wrong.filter((text) => !text.includes('WebSocket')), []);

  between.streams = false;
  await page.reload();
  await page.locator('.standing-live.live').waitFor();
  await run(page);
  // The run from before stands above.
  assert.deepEqual(await until(() => said(page), (texts) => texts.length >= 2 * COUNT.length), [...COUNT, ...COUNT]);
  await completed(page);
  assert.ok((await loaded(page)).some((file) => file.includes('/xhr?ticket=')));
  await page.close();
  between.close();
});

test('a run goes to a node and not on, and one node runs alone', async () => {
  const ann = await person('ann');
  const spell = await example(ann, 'greeting');
  const page = await pageOf(browser, ann, { path: `/#/s/${spell}` });
  await page.locator('.standing-live.live').waitFor();
  await node(page, 'Text Template').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Run to here' }).click();
  await completed(page);
  assert.equal(await page.locator('.node.done').count(), 2);

  await page.getByRole('tab', { name: 'Inspector' }).click();
  await page.getByRole('button', { name: 'Run this node alone' }).click();
  const { items } = await until(() => ann.ask('GET', `/api/runs?spell=${spell}`), (runs) => runs.items.length === 2);
  const { items: events } = await until(() => ann.ask('GET', `/api/runs/${items[0].id}/events`),
    (told) => told.items.at(-1)?.kind === 'completed');
  assert.deepEqual(events.filter(({ kind }) => kind === 'node.completed').map((event) => event.node), ['1', '2']);
  assert.equal(events.find((event) => event.kind === 'node.completed' && event.node === '2').outputs.prompt, 'Hello world!');

  const around = await spellOf(ann, 'Around', [[1, 'Trigger In', {}], [2, 'Spell', { name: 'Inner', spell }], [3, 'Echo', {}]], ['1.trigger 2.trigger', '2.trigger 3.trigger']);
  await page.goto(`${base}/#/s/${around}`);
  await node(page, 'Inner').dblclick();
  await node(page, 'Text Template').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Run to here' }).click();
  const inside = await until(() => ann.ask('GET', `/api/runs?spell=${around}`), (runs) => runs.items[0]?.status === 'completed');
  const { items: steps } = await ann.ask('GET', `/api/runs/${inside.items[0].id}/events`);
  assert.deepEqual(steps.filter(({ kind }) => kind === 'node.completed').map((event) => event.step), ['1', '2/1', '2/2', '2']);
  await page.locator('.node.done', { hasText: 'Text Template' }).waitFor();
  assert.deepEqual(page.wrong, []);
});

test('two tabs on one spell see the same run, and it can be gone through again', async () => {
  const ann = await person('ann');
  const spell = await example(ann, 'slow-count');
  const one = await pageOf(browser, ann, { path: `/#/s/${spell}` });
  await one.locator('.standing-live.live').waitFor();
  const other = await inContext(one.context(), `/#/s/${spell}`);
  await other.locator('.standing-live.live').waitFor();
  await run(one);
  await Promise.all([completed(one), completed(other)]);
  assert.deepEqual(await said(other), COUNT);

  await other.getByRole('tab', { name: 'Runs' }).click();
  await other.locator('.run-item button').first().click();
  const slider = other.getByRole('slider', { name: 'Go through the run' });
  await until(() => slider.getAttribute('max'), (most) => Number(most) > 20);
  await slider.fill('12');
  assert.equal(await other.locator('.scrub-line .numbers').innerText(), `12/${await slider.getAttribute('max')}`);
  assert.equal(await node(other, 'Count').locator('.node-times').count(), 0);
  await slider.fill('0');
  assert.equal(await other.locator('.node.done').count(), 0);
  await other.getByRole('button', { name: 'To its end' }).click();
  assert.equal(await node(other, 'Count').locator('.node-times').innerText(), '×6');
  assert.ok(!(await loaded(one)).some((file) => file.includes('sockjs')));
  assert.deepEqual([...one.wrong, ...other.wrong], []);
});

test('a run is stopped in the middle', async () => {
  const ann = await person('ann');
  const page = await pageOf(browser, ann, { path: `/#/s/${await example(ann, 'slow-count')}` });
  await page.locator('.standing-live.live').waitFor();
  await run(page);
  await until(() => said(page), (texts) => texts.length >= 1);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.locator('.chat-standing', { hasText: 'stopped' }).waitFor();

  assert.ok((await said(page)).length < COUNT.length);
  assert.equal(await page.locator('.node.running').count(), 0);
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
});

test('a thousand nodes are drawn, run and scrolled with few of them on the page', async () => {
  const ann = await person('ann');
  const nodes = {};
  for (let id = 1; id <= 1000; id++) {
    const end = (other, key) => ({ connections: other >= 1 && other <= 1000 ? [{ node: other, [key]: 'trigger', data: {} }] : [] });
    nodes[id] = {
      id, name: id === 1 ? 'Trigger In' : 'Echo', data: id === 1 ? { name: 'Start' } : {},
      position: [((id - 1) % 40) * 280, Math.floor((id - 1) / 40) * 200],
      inputs: id === 1 ? {} : { trigger: end(id - 1, 'output') }, outputs: { trigger: end(id + 1, 'input') },
    };
  }
  const { id } = await ann.ask('POST', '/api/spells', { name: 'Large', graph: { nodes } });
  const page = await pageOf(browser, ann, { path: `/#/s/${id}` });
  await page.locator('.standing-live.live').waitFor();
  await page.locator('.node').first().waitFor();
  assert.ok(await page.locator('.node').count() < 300, `${await page.locator('.node').count()} nodes are on the page`);
  await run(page);
  await completed(page);
  await page.mouse.move(560, 400);
  await page.mouse.wheel(0, 2400);

  await until(() => page.locator('.node.done').count(), (count) => count > 0);
  await page.locator('#canvas').focus();
  await page.keyboard.press('1');
  await until(() => page.locator('.node').count(), (count) => count === 1000);
  assert.equal(await page.locator('.react-flow__edge, .react-flow__handle').count(), 0, 'what is too small to be seen is on the page');
  assert.match(await page.locator('.far-wires path').getAttribute('d'), /^(M[^M]+){999}$/);
  // Wires find sockets that were never on the page while nodes were tiny.
  await page.reload();
  await page.locator('.far-wires').waitFor();
  await page.locator('#canvas').focus();
  await page.keyboard.press('0');
  await until(() => page.locator('.react-flow__edge .wire').count(), (count) => count > 0);
  assert.deepEqual(page.wrong, []);
});
