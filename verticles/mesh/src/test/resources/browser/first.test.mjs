import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { completed, example, inContext, node, openBrowser, pageOf, person, until } from './stage.mjs';

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

test('a spell is renamed, put into a project and found again by the keyboard', async () => {
  const ann = await person('ann');
  const spell = await example(ann, 'conversation');
  const page = await pageOf(browser, ann);
  const other = await inContext(page.context(), `/#/s/${spell}`);
  await other.locator('.standing-live.live').waitFor();
  const keys = page.keyboard;
  await page.getByRole('button', { name: /^Conversation version 1/ }).focus();
  await keys.press('F2');
  await page.getByRole('dialog', { name: 'Rename the spell' }).waitFor();
  await keys.type('Small talk');
  await keys.press('Enter');
  await page.getByRole('button', { name: /^Small talk version 2/ }).and(page.locator(':focus')).waitFor();
  await until(() => other.getByLabel('Name of the spell').inputValue(), (name) => name === 'Small talk');

  await page.getByRole('heading', { name: 'My spells' }).waitFor();
  await page.getByRole('button', { name: 'More for the project My spells' }).focus();
  await keys.press('Enter');
  await page.getByRole('menuitem', { name: 'New project' }).and(page.locator(':focus')).waitFor();
  await keys.press('Enter');
  await page.getByRole('dialog', { name: 'New project' }).waitFor();
  await keys.type('Chatter');
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'Chatter' }).waitFor();
  await page.getByText('No spells in this project yet.').waitFor();
  await page.getByRole('button', { name: 'All spells', exact: true }).click();
  await page.getByRole('button', { name: 'More for Small talk' }).click();
  await page.getByRole('menuitem', { name: 'Move to a project' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chatter' }).click();
  await page.getByRole('button', { name: /^Small talk Chatter, version 2/ }).waitFor();

  await keys.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
  await page.getByRole('option', { name: /^Small talk/ }).waitFor();
  await keys.type('small talk');
  await keys.press('Enter');
  await until(() => page.getByLabel('Name of the spell').inputValue(), (name) => name === 'Small talk');
  assert.deepEqual([...page.wrong, ...other.wrong], []);
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
