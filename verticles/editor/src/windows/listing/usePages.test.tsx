// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../bridge/failures';
import { Listing } from './Listing';
import { usePages } from './usePages';

interface Page {
  readonly items: readonly string[];
  readonly next?: string;
}

/** A question whose answer the test gives. */
interface Asked {
  readonly after: string | undefined;
  readonly answer: (page: Page) => void;
  readonly fail: (error: unknown) => void;
}

let root: Root;
let place: HTMLElement;

function asking() {
  const asked: Asked[] = [];
  const ask = (after?: string) => new Promise<Page>((answer, fail) => asked.push({ after, answer, fail }));
  return { asked, ask };
}

function List({ ask, service }: { ask: (after?: string) => Promise<Page>; service?: string }) {
  const pages = usePages(ask);
  const items = pages.pages.flatMap((page) => page.items);
  return <Listing of={pages} isEmpty={items.length === 0} empty="Nothing yet" {...(service === undefined ? {} : { service })}><p id="items">{items.join()}</p></Listing>;
}

const draw = (ask: (after?: string) => Promise<Page>, service?: string) =>
  act(async () => root.render(<List ask={ask} {...(service === undefined ? {} : { service })} />));
const items = () => place.querySelector('#items')?.textContent;
const press = (label: string) => act(async () => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click());

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  place = document.createElement('div');
  root = createRoot(place);
});
afterEach(() => act(async () => root.unmount()));

describe('a list of the server', () => {
  it('says that it asks, then what there is, then more of it', async () => {
    const { asked, ask } = asking();
    await draw(ask);
    expect(place.textContent).toBe('Asking the server');
    await act(async () => asked[0]?.answer({ items: ['a', 'b'], next: 'b' }));
    expect(items()).toBe('a,b');
    await press('More');
    expect(asked[1]?.after).toBe('b');
    await act(async () => asked[1]?.answer({ items: ['c'] }));
    expect(items()).toBe('a,b,c');
    expect(place.querySelector('button')).toBeNull();
  });

  it('offers the first step where there is nothing', async () => {
    const { asked, ask } = asking();
    await draw(ask);
    await act(async () => asked[0]?.answer({ items: [] }));
    expect(place.textContent).toBe('Nothing yet');
  });

  it('says why it could not be read, keeps what is there, and can be tried again', async () => {
    const { asked, ask } = asking();
    await draw(ask);
    await act(async () => asked[0]?.answer({ items: ['a'], next: 'a' }));
    await press('More');
    await act(async () => asked[1]?.fail(new Failure('OFFLINE', 'The server cannot be reached.')));
    expect(place.querySelector('[role=alert]')?.textContent).toContain('The server cannot be reached.');
    expect(items()).toBe('a');
    await press('Try again');
    await act(async () => asked[2]?.answer({ items: ['b'] }));
    expect(place.querySelector('[role=alert]')).toBeNull();
    expect(items()).toBe('b');
  });

  it('says of a service that is not there just that', async () => {
    const { asked, ask } = asking();
    await draw(ask, 'document');
    await act(async () => asked[0]?.fail(new Failure('NOT_FOUND', 'there is nothing at this path')));
    expect(place.textContent).toContain('Not on this server');
    expect(place.querySelector('[role=alert]')).toBeNull();
  });

  it('forgets an answer that came after another question', async () => {
    const first = asking();
    const second = asking();
    await draw(first.ask);
    await draw(second.ask);
    await act(async () => second.asked[0]?.answer({ items: ['new'] }));
    await act(async () => first.asked[0]?.answer({ items: ['old'] }));
    expect(items()).toBe('new');
  });
});
