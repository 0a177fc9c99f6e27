import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { node, openBrowser, pageOf, person, spellOf, until } from './stage.mjs';

// BASE and OTHER are two processes of one mesh; this test ends both.
const { OTHER, BASE_PID, OTHER_PID } = process.env;

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test('an old run is replayed with the runner that made it gone, and in an open tab with no server at all', async () => {
  const ann = await person('ann');
  const spell = await spellOf(ann, 'Voices', [
    [1, 'Trigger In', { name: 'Start' }], [2, 'Array Variable', { _var: 'one,two,three' }], [3, 'ForEach', {}], [4, 'Generate Text', { name: 'Voice' }], [5, 'Output', { name: 'Answer' }],
  ], ['1.trigger 3.act1', '2.output 3.array', '3.act 4.trigger', '3.element 4.input', '4.trigger 5.trigger', '4.result 5.input']);
  const { run } = await ann.ask('POST', `/api/spells/${spell}/runs`, { inputs: {} });
  assert.equal(run.status, 'completed');
  process.kill(Number(BASE_PID), 'SIGKILL');

  const page = await pageOf(browser, ann, { at: OTHER, path: `/#/s/${spell}?run=${run.id}` });
  await replayed(page, run.outputs);
  const { items } = await (await fetch(`${OTHER}/api/runs?spell=${spell}`, { headers: { Authorization: `Bearer ${ann.accessToken}` } })).json();
  assert.deepEqual(items.map(({ id }) => id), [run.id]);

  process.kill(Number(OTHER_PID), 'SIGKILL');
  await page.locator('.standing-live:not(.live)').waitFor();
  await replayed(page, run.outputs);
});

/** From its beginning, where nothing has run, to its end, where all is as it was recorded. */
async function replayed(page, outputs) {
  const times = () => node(page, 'Voice').locator('.node-times').allInnerTexts();
  await until(times, ([text]) => text === '×3');
  await page.getByRole('slider', { name: 'Go through the run' }).fill('0');
  assert.equal(await page.locator('.node.done').count(), 0);
  await page.getByRole('button', { name: 'Replay' }).click();
  await page.getByRole('button', { name: 'To its end', disabled: true }).waitFor();
  assert.deepEqual(await times(), ['×3']);
  assert.equal(await node(page, 'Answer').locator('.node-body').innerText(), outputs.Answer);
}
