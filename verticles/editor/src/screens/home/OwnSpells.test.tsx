// @vitest-environment jsdom
import { Tooltip } from 'radix-ui';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OwnSpells } from './OwnSpells';

let root: Root;
let place: HTMLElement;

const project = (name: string) => ({ id: name, name, created: '2026-01-01T00:00:00Z' });
const own = { pages: [], standing: 'there', trouble: undefined, isAbsent: false, more: undefined, again: () => undefined } as const;
const draw = (names: readonly string[], shown?: string) => act(async () => root.render(
  <Tooltip.Provider>
    <OwnSpells projects={names.map(project)} shown={shown === undefined ? undefined : project(shown)} own={own} sought="" onSeek={() => undefined} />
  </Tooltip.Provider>));
const heading = () => place.querySelector('h1')?.textContent;
const choices = async () => {
  const button = place.querySelector<HTMLButtonElement>('.home-title button');
  await act(async () => {
    button?.focus();
    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  return [button?.getAttribute('aria-label'), ...[...document.querySelectorAll('[role=menuitem]')].map(({ textContent }) => textContent)];
};

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
});

it('is headed by the only project, which can be renamed and not deleted, and has no row of projects', async () => {
  await draw(['Chatter']);

  expect(heading()).toBe('Chatter');
  expect(place.querySelector('nav')).toBeNull();
  expect(await choices()).toEqual(['More for the project Chatter', 'New project', 'Rename the project', 'Export as a file']);
});

it('is headed by the project that is shown, which can be deleted too', async () => {
  await draw(['Chatter', 'Bots'], 'Bots');

  expect(heading()).toBe('Bots');
  expect(await choices()).toEqual(['More for the project Bots', 'New project', 'Rename the project', 'Export as a file', 'Delete the project']);
});

it('is nobody\'s in particular where the spells of several projects are shown', async () => {
  await draw(['Chatter', 'Bots']);

  expect(heading()).toBe('Your spells');
  expect(await choices()).toEqual(['More for your spells', 'New project']);
});
