// How fluid the editor is with a spell of 1,000 nodes whose run has 600 events a second: a real run in a real page
// that is panned all the while, against the same page before the run. BASE is the server.
import { openBrowser, pageOf, person, until } from './stage.mjs';

const [seconds, rounds] = [Number(process.argv[2] ?? 4), Number(process.argv[3] ?? 2)];
const BRANCHES = 10;
const LENGTH = 99;
/** Events a second if nothing but the pauses took time; 600 and more come to be. */
const OFFERED = 720;
/** Every so many nodes a branch pauses. */
const STRIDE = 11;
const PAUSE_S = (BRANCHES * STRIDE * 2) / OFFERED;

/** A loop of nine iterations around ten branches of 99 nodes, each step two events: half a minute of them. */
function thousandNodes() {
  const nodes = {};
  const wire = (from, output, to, input) => {
    (nodes[from].outputs[output] ??= { connections: [] }).connections.push({ node: to, input, data: {} });
    (nodes[to].inputs[input] ??= { connections: [] }).connections.push({ node: from, output, data: {} });
  };
  const add = (id, name, data, position) => { nodes[id] = { id, name, data, position, inputs: {}, outputs: {} }; };
  add(1, 'Trigger In', { name: 'Start' }, [0, 0]);
  add(2, 'Array Variable', { name: 'Numbers', _var: '1,2,3,4,5,6,7,8,9' }, [0, 160]);
  add(3, 'ForEach', {}, [280, 0]);
  wire(1, 'trigger', 3, 'act1');
  wire(2, 'output', 3, 'array');
  for (let branch = 0; branch < BRANCHES; branch++) {
    for (let at = 0; at < LENGTH; at++) {
      const id = 4 + branch * LENGTH + at;
      const [x, y] = [560 + (at % 33) * 280, (branch * 3 + Math.floor(at / 33)) * 200];
      const [type, data] = at % STRIDE === 0 ? ['Delay', { seconds: PAUSE_S }] : at === 1 ? ['Generate Text', {}] : ['Echo', {}];
      add(id, type, data, [x, y]);
      wire(at === 0 ? 3 : id - 1, at === 0 ? 'element' : at === 2 ? 'result' : 'output', id, type === 'Echo' ? 'source' : 'input');
      wire(at === 0 ? 3 : id - 1, at === 0 ? 'act' : 'trigger', id, 'trigger');
    }
  }
  return { nodes };
}

/** What the page does while something is done with it, by second of the clock. */
async function measured(page, cpu, session, work) {
  await page.evaluate(() => {
    const seen = { frames: 0, longest: 0, isOn: true };
    window.seen = seen;
    requestAnimationFrame(function frame() {
      seen.frames++;
      if (seen.isOn) {
        requestAnimationFrame(frame);
      }
    });
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => { seen.longest = Math.max(seen.longest, duration); })).observe({ type: 'longtask' });
  });
  const before = await figures(page, cpu, session);
  await work();
  const after = await figures(page, cpu, session);
  const { frames, longest } = await page.evaluate(() => { window.seen.isOn = false; return window.seen; });
  const per = (key) => (after[key] - before[key]) / (after.at - before.at);
  const fps = frames / (after.at - before.at);
  return { fps, script: per('ScriptDuration') * 1_000, renderer: per('cpu') * 1_000, frame: (per('cpu') * 1_000) / fps, longest, updates: per('tail') };
}

async function figures(page, cpu, session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const { processInfo } = await cpu.send('SystemInfo.getProcessInfo');
  return {
    at: performance.now() / 1_000,
    cpu: processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0),
    ScriptDuration: metrics.find(({ name }) => name === 'ScriptDuration').value,
    tail: await page.evaluate(() => Number(document.getElementById('scrub')?.max ?? 0)),
  };
}

/** Drags the canvas to and fro, a step in every frame: by the page's own hand, so that no other process is waited for. */
async function pan(page) {
  await page.evaluate((ms) => new Promise((resolve) => {
    const pane = document.querySelector('.react-flow__pane');
    const box = pane.getBoundingClientRect();
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const mouse = (type, on, step) => on.dispatchEvent(new MouseEvent(type, {
      bubbles: true, cancelable: true, view: window, button: 0, buttons: 1, clientX: at.x - 4 * step, clientY: at.y - 2 * step,
    }));
    mouse('mousedown', pane, 0);
    const start = performance.now();
    requestAnimationFrame(function frame(now) {
      const phase = Math.floor((now - start) / 16) % 120;
      mouse('mousemove', window, phase < 60 ? phase : 120 - phase);
      if (now - start < ms) {
        requestAnimationFrame(frame);
      } else {
        mouse('mouseup', window, 0);
        resolve();
      }
    });
  }), seconds * 1_000);
}

async function opened(browser, view, below) {
  const ann = await person('ann');
  const { id } = await ann.ask('POST', '/api/spells', { name: 'A thousand', graph: thousandNodes() });
  const page = await pageOf(browser, ann, { path: `/#/s/${id}` });
  await page.locator('.standing-live.live').waitFor();
  await page.locator('.node').first().waitFor();
  await page.getByRole('tab', { name: 'Runs' }).click();
  if (below !== 'nothing') {
    await page.getByRole('button', { name: 'Windows below' }).click();
    await page.getByRole('tab', { name: below, exact: true }).click();
  }
  if (view === 'all') {
    await page.locator('#canvas').focus();
    await page.keyboard.press('1');
    await until(() => page.locator('.node').count(), (count) => count > 800);
  }
  return page;
}

function told(name, { fps, script, renderer, frame, longest, updates }) {
  console.log(name.padEnd(32), `${fps.toFixed(1).padStart(5)} fps, a frame ${frame.toFixed(0)} ms of CPU, script ${script.toFixed(0)} ms/s, renderer ${renderer.toFixed(0)} ms/s,`,
    `longest task ${longest.toFixed(0)} ms, ${updates.toFixed(0)} updates/s`);
}

const browser = await openBrowser();
const cpu = await browser.newBrowserCDPSession();
for (let round = 0; round < rounds; round++) {
  for (const view of ['near', 'all']) {
    for (const below of ['nothing', 'Console', 'Timings']) {
      const page = await opened(browser, view, below);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const idle = await measured(page, cpu, session, () => pan(page));
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.locator('#scrub').waitFor();
      const live = await measured(page, cpu, session, () => pan(page));
      const name = `${view}, ${await page.locator('.node').count()} drawn, ${below} below:`;
      told(`${name} idle`, idle);
      told(`${name} live`, live);
      console.log(''.padEnd(32), `live to idle: fps ${(live.fps / idle.fps).toFixed(2)}, CPU of a frame ${(live.frame / idle.frame).toFixed(2)}`, page.wrong);
      await page.context().close();
    }
  }
}
await browser.close();
