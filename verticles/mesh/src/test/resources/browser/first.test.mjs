import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { completed, node, openBrowser, pageOf, person } from './stage.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test('the printed link opens signed in on the examples, and one click runs one', async () => {
  const page = await pageOf(browser, undefined, { path: `/#link=${process.env.LINK}` });
  await page.getByRole('button', { name: /^Conversation/ }).click();
  await completed(page);

  assert.ok(!page.url().includes('link='), page.url());
  assert.match(await node(page, 'Generate Text').locator('.node-ms').innerText(), /^[\d.]+ m?s$/);
  assert.equal(await node(page, 'Answer').locator('.node-body').innerText(), await page.locator('.bubble.spell').last().innerText());
  assert.deepEqual(page.wrong, []);
});

test('an account is made, left, and entered again', async () => {
  const page = await pageOf(browser, undefined);
  await page.getByRole('button', { name: 'I am new here' }).click();
  const email = `${crypto.randomUUID()}@example.org`;
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('heading', { name: 'Begin with an example' }).waitFor();
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('correct horse staple');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await page.getByRole('heading', { name: 'Begin with an example' }).waitFor();
});

test('another person sees nothing of it', async () => {
  const ann = await person('ann');
  const { id } = await ann.ask('POST', '/api/spells', { name: 'Secret of Ann', graph: { nodes: {} } });
  const page = await pageOf(browser, await person('bob'), { path: `/#/s/${id}` });
  await page.locator('.notice.trouble').first().waitFor();

  assert.match(await page.locator('.notice.trouble').first().innerText(), /There is no spell/);
  await page.getByRole('heading', { name: 'Begin with an example' }).waitFor();
  assert.ok(!(await page.content()).includes('Secret of Ann'));
});
