// A browser with people in it. BASE is the server, LINK the code of its printed link, CORPUS a folder of old spell files.
import chromium from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { chromium as playwright } from 'playwright-core';

export const base = process.env.BASE;
/** It only ends a test that hangs: a machine with much else to do takes several times as long. */
export const PATIENCE = 60_000;
/** A graphics card that is acted by the processor takes seconds for a frame of a large spell; without one it is drawn at once. */
const NOT_OURS = /single-process|headless|use-gl|use-angle|swiftshader|in-process-gpu|ignore-gpu/;
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function openBrowser() {
  const own = INSTALLED.find((path) => existsSync(path));
  return playwright.launch(own
    ? { executablePath: own, args: ['--no-sandbox'] }
    : { executablePath: await chromium.executablePath(), args: [...chromium.args.filter((arg) => !NOT_OURS.test(arg)), '--disable-gpu'] });
}

/** REST as one person, for what a test needs before it begins. */
export async function person(name) {
  const account = { email: `${name}-${crypto.randomUUID()}@example.org`, password: `password of ${name}` };
  const { refreshToken, accessToken, user } = await ask('POST', '/api/auth/register', account);
  return { ...account, refreshToken, accessToken, user, ask: (method, path, body) => ask(method, path, body, accessToken) };
}

async function ask(method, path, body, token) {
  const response = await fetch(base + path, {
    method, body: body === undefined ? undefined : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${text}`);
  }
  return text === '' ? undefined : JSON.parse(text);
}

/** The example, saved as this person's own. */
export async function example(who, id) {
  const { spells } = await who.ask('POST', '/api/spells/import', await who.ask('GET', `/api/templates/${id}`));
  return spells[0].id;
}

/** A spell of this person's. @param nodes as [id, name, data] @param wires as "1.trigger 2.act1" */
export async function spellOf(who, name, nodes, wires) {
  const drawn = Object.fromEntries(nodes.map(([id, type, data], at) =>
    [id, { id, name: type, data, position: [(at % 4) * 280, Math.floor(at / 4) * 200], inputs: {}, outputs: {} }]));
  for (const wire of wires) {
    const [[from, output], [to, input]] = wire.split(' ').map((end) => end.split('.'));
    (drawn[from].outputs[output] ??= { connections: [] }).connections.push({ node: Number(to), input, data: {} });
    (drawn[to].inputs[input] ??= { connections: [] }).connections.push({ node: Number(from), output, data: {} });
  }
  return (await who.ask('POST', '/api/spells', { name, graph: { nodes: drawn } })).id;
}

/** A page of a person; everything that goes wrong in it is kept in `wrong`. @param at another process than BASE */
export async function pageOf(browser, who, { path = '/', at = base, ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 }, ...options,
    storageState: { cookies: [], origins: who ? [{ origin: at, localStorage: [{ name: 'spellmesh.refresh', value: who.refreshToken }] }] : [] },
  });
  return inContext(context, path, at);
}

/** Another tab of the same browser. */
export async function inContext(context, path, at = base) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.wrong = [];
  page.on('console', (message) => message.type() === 'error' && page.wrong.push(message.text()));
  page.on('pageerror', (error) => page.wrong.push(error.stack ?? error.message));
  await page.goto(at + path);
  return page;
}

/**
 * A network that lets no WebSocket through. While `offers` is false, the server seems to have nothing else either;
 * while `streams` is, answers that do not end are cut as well.
 */
export async function wall() {
  const { hostname, port } = new URL(base);
  const here = { offers: false, streams: true, refused: 0 };
  const server = createServer((asked, answer) => {
    if (!here.streams && asked.url.includes('/xhr_streaming')) {
      answer.destroy();
      return;
    }
    const on = request({ hostname, port, path: asked.url, method: asked.method, headers: asked.headers }, (given) => {
      if (!here.offers && asked.url.startsWith('/eventbus/info')) {
        answer.writeHead(200, { 'Content-Type': 'application/json' }).end('{"websocket":true,"xhr":false}');
        given.resume();
      } else {
        answer.writeHead(given.statusCode, given.headers);
        given.pipe(answer);
      }
    });
    on.on('error', () => answer.destroy());
    answer.on('close', () => on.destroy());
    asked.pipe(on);
  });
  server.on('upgrade', (_, socket) => {
    here.refused++;
    socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  here.base = `http://127.0.0.1:${server.address().port}`;
  here.close = () => { server.closeAllConnections(); server.close(); };
  return here;
}

/** The files of the editor that a page has loaded. */
export function loaded(page) {
  return page.evaluate(() => performance.getEntriesByType('resource').map((one) => one.name));
}

export function node(page, title) {
  return page.locator('.node', { has: page.locator('.node-title strong', { hasText: new RegExp(`^${title}$`) }) });
}

export async function run(page) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
}

export async function completed(page) {
  await page.locator('.chat-run').last().locator('.chat-standing .done').waitFor();
}

/** Waits until something is so, and says what it was if it never is. */
export async function until(read, isSo) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const now = await read();
    if (isSo(now)) {
      return now;
    }
    if (Date.now() > end) {
      throw new Error(`it still is ${JSON.stringify(now)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
