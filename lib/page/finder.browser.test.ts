import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { byId, picture, show } from '@/tests/support/page/fixture';
import { forgetPointed, pointed } from '@/tests/support/page/pointed';
import { TEST_WORDS } from '@/tests/support/page/test-words';
import { takePointed, watchPointer } from './find/pointer';
import { createFinder, type FinderDeps, type FinderMessage } from './finder';

const BIG = picture(600, 400);
const BOX = 'position:absolute;left:20px;top:20px;width:300px;height:200px;';

function setUp(deps: Partial<FinderDeps> = {}) {
  const sent: FinderMessage[] = [];
  const shown: string[] = [];
  const finder = createFinder({
    send: (message) => sent.push(message),
    onOrphaned: ({ language }) => shown.push(language),
    onCovered: ({ language }) => shown.push(`covered ${language}`),
    onHidden: ({ language }) => shown.push(`hidden ${language}`),
    targetElement: (id) => (id === 7 ? byId('i') : null),
    ...deps,
  });
  return { finder, sent, shown };
}

beforeEach(async () => {
  forgetPointed();
  await show(
    `<a id="a" href="https://x.example/page"><img id="i" src="${BIG}" style="${BOX}"></a>`,
  );
});

/** The closed root does not show it: half a second after it was drawn a choice counts. */
const armed = () => new Promise((resolve) => setTimeout(resolve, 1_000));

describe('a menu entry that is to be hidden', () => {
  test('is told to the background, and only that', async () => {
    const { finder, sent, shown } = setUp();
    finder.pick({ ...TEST_WORDS, hideEntry: 'On images only' }, 'q');
    await armed();
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
    await expect
      .poll(() => sent)
      .toEqual([{ type: 'finder-chose', requestId: 'q', hideEntry: true }]);
    expect(shown).toEqual([]);
    finder.sayHidden({ ...TEST_WORDS, language: 'zh-CN' });
    expect(shown).toEqual(['hidden zh-CN']);
  });

  test('is told to the person where it cannot be', async () => {
    const { finder, shown } = setUp({ send: () => Promise.reject(new Error('orphaned')) });
    finder.pick({ ...TEST_WORDS, hideEntry: 'On images only' }, 'q');
    await armed();
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
    await expect.poll(() => shown).toEqual([TEST_WORDS.language]);
  });
});

describe('where it looks', () => {
  test('also on a page without https, where browsers make no UUIDs', async () => {
    const { finder } = setUp();
    vi.spyOn(crypto, 'randomUUID').mockImplementation(() => {
      throw new TypeError('crypto.randomUUID is not a function');
    });
    const bytes = await (await fetch(BIG)).blob();
    await show(`<img src="${URL.createObjectURL(bytes)}" style="${BOX}">`);
    const { winner } = await finder.find({ point: { x: 100, y: 100 } });
    expect(winner?.captureKey).toBeDefined();
    vi.restoreAllMocks();
  });

  test('at the point it is told', async () => {
    const { finder } = setUp();
    expect(await finder.find({ point: { x: 60, y: 60 } })).toMatchObject({
      certainty: 'point',
      winner: { url: BIG },
    });
  });

  test('at the point that was seen', async () => {
    pointed({ certainty: 'point', point: { x: 60, y: 60 } });
    expect(await setUp().finder.find()).toMatchObject({ certainty: 'point', winner: { url: BIG } });
  });

  test('at the element that was seen', async () => {
    pointed({ certainty: 'element', element: byId('i') });
    expect(await setUp().finder.find()).toMatchObject({
      certainty: 'element',
      winner: { url: BIG },
    });
  });

  test('at the target of Firefox', async () => {
    expect(await setUp().finder.find({ targetElementId: 7 })).toMatchObject({
      winner: { url: BIG },
    });
  });

  test('at the only link with that address', async () => {
    pointed({ certainty: 'guess', element: document.body });
    const { finder } = setUp();
    expect(await finder.find({ linkUrl: 'https://x.example/page' })).toMatchObject({
      winner: { url: BIG },
    });
    document.body.insertAdjacentHTML('beforeend', '<a href="https://x.example/page">again</a>');
    pointed({ certainty: 'guess', element: document.body });
    expect((await finder.find({ linkUrl: 'https://x.example/page' })).winner).toBeUndefined();
  });

  test('around a guess, which never wins', async () => {
    pointed({ certainty: 'guess', element: byId('i') });
    const finding = await setUp().finder.find();
    expect(finding).toMatchObject({ certainty: 'guess', candidates: [{ url: BIG }] });
    expect(finding.winner).toBeUndefined();
  });

  test('the answer is plain JSON', async () => {
    const finding = await setUp().finder.find({ point: { x: 60, y: 60 } });
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
  });
});

describe('watching the pointer', () => {
  test('the injected function stands alone', () => {
    const source = watchPointer.toString();
    expect(() => new Function(`return (${source})`)()).not.toThrow();
    expect(source).not.toMatch(/__vi|import/);
  });

  test('a command trusts what is hovered, through shadow roots', async () => {
    await show('<x-card id="h" style="display:block"></x-card>');
    const root = byId('h').attachShadow({ mode: 'open' });
    root.innerHTML = `<img src="${BIG}" style="${BOX}">`;
    await root.querySelector('img')?.decode();
    await userEvent.hover(document.documentElement, { position: { x: 60, y: 60 }, force: true });
    await watchPointer('command');
    expect(await setUp().finder.find()).toMatchObject({
      certainty: 'element',
      winner: { url: BIG },
    });
  });

  test('a menu without the event that must follow is a guess', async () => {
    await watchPointer('menu');
    expect((await setUp().finder.find()).certainty).toBe('guess');
  });

  test('a part of a drawing is hovered, at which Chrome refuses to look for a shadow root', async () => {
    const world = globalThis as { chrome?: { dom?: unknown } };
    const { dom } = world.chrome ?? {};
    const openOrClosedShadowRoot = (element: Element) => {
      if (!(element instanceof HTMLElement)) throw new TypeError('not an HTMLElement');
      return element.shadowRoot;
    };
    world.chrome = { ...world.chrome, dom: { openOrClosedShadowRoot } };
    try {
      await show(`<svg id="s" style="${BOX}"><rect id="r" width="300" height="200"/></svg>`);
      await userEvent.hover(byId('r'), { force: true });
      await watchPointer('command');
      expect(await takePointed()).toMatchObject({
        certainty: 'element',
        element: byId('r'),
      });
    } finally {
      world.chrome = { ...world.chrome, dom };
    }
  });

  test('a menu followed by a movement means what was hovered before', async () => {
    await show(
      `<img id="i" src="${BIG}" style="${BOX}"><p id="p" style="position:absolute;left:400px;top:20px">text</p>`,
    );
    await userEvent.hover(byId('i'), { force: true });
    const watched = watchPointer('menu');
    await userEvent.hover(byId('p'), { force: true });
    await watched;
    const finding = await setUp().finder.find();
    // A loaded machine may be too slow for the 60 ms; then it must be a guess, never a wrong answer.
    if (finding.certainty === 'element') expect(finding.winner).toMatchObject({ url: BIG });
    else expect(finding.winner).toBeUndefined();
  });

  test('events made by the page are ignored', async () => {
    const watched = watchPointer('menu');
    window.dispatchEvent(new PointerEvent('pointermove', { clientX: 1, clientY: 1 }));
    await watched;
    expect((await setUp().finder.find()).certainty).toBe('guess');
  });
});

describe('answers by message', () => {
  test('the choice', async () => {
    const { finder, sent } = setUp();
    const { candidates } = await finder.find({ point: { x: 60, y: 60 } });
    finder.choose(candidates, TEST_WORDS, 'r1');
    await armed();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => sent)
      .toEqual([{ type: 'finder-chose', requestId: 'r1', index: 0, address: BIG }]);
  });

  test('a second request ends the first', async () => {
    const { finder, sent } = setUp();
    finder.pick(TEST_WORDS, 'r1');
    finder.pick(TEST_WORDS, 'r2');
    await armed();
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.poll(() => sent.length).toBe(2);
    expect(sent[0]).toEqual({ type: 'finder-chose', requestId: 'r1' });
    expect(sent[1]).toMatchObject({
      requestId: 'r2',
      finding: { candidates: [{}], winner: { url: BIG } },
    });
  });

  test('close ends what was opened with that id, and nothing else', async () => {
    const { finder, sent } = setUp();
    finder.pick(TEST_WORDS, 'r1');
    expect(finder.close('r0')).toBe(false);
    expect(document.querySelectorAll('[popover]')).toHaveLength(1);
    expect(finder.close('r1')).toBe(true);
    expect(document.querySelectorAll('[popover]')).toHaveLength(0);
    await expect.poll(() => sent).toEqual([{ type: 'finder-chose', requestId: 'r1' }]);
    expect(finder.close('r1')).toBe(false);
  });

  test('looking anew closes what is open', async () => {
    const { finder, sent } = setUp();
    finder.pick(TEST_WORDS, 'r1');
    await finder.find({ point: { x: 60, y: 60 } });
    await expect.poll(() => sent).toEqual([{ type: 'finder-chose', requestId: 'r1' }]);
  });
});

describe.each<[string, () => unknown]>([
  [
    'throws',
    () => {
      throw new Error('Extension context invalidated.');
    },
  ],
  ['rejects', () => Promise.reject(new Error('Receiving end does not exist.'))],
])('a choice in an orphaned page, where sending %s', (_, send) => {
  const words = { ...TEST_WORDS, language: 'zh-CN' };

  test('is reported for the chooser, in the language of the words', async () => {
    const { finder, shown } = setUp({ send });
    const { candidates } = await finder.find({ point: { x: 60, y: 60 } });
    finder.choose(candidates, words, 'r1');
    await armed();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => shown).toEqual(['zh-CN']);
  });

  test('it is told of pick mode', async () => {
    const { finder, shown } = setUp({ send });
    finder.pick(words, 'r1');
    await armed();
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.poll(() => shown).toEqual(['zh-CN']);
  });

  test('it is not told of to who leaves without a choice', async () => {
    const { finder, shown } = setUp({ send });
    finder.pick(words, 'r1');
    await userEvent.keyboard('{Escape}');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(shown).toEqual([]);
  });
});
