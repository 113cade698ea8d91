import { expect, test } from 'vitest';
import { byId, picture, show } from '@/tests/support/page/fixture';
import { TEST_WORDS } from '@/tests/support/page/test-words';
import { createFinder, type FinderMessage } from './finder';

const nothing = () => undefined;

test('an open menu learns whether an element has an image, and closes no chooser', async () => {
  const sent: FinderMessage[] = [];
  const finder = createFinder({
    send: (message) => sent.push(message),
    onOrphaned: nothing,
    onCovered: nothing,
    onHidden: nothing,
    targetElement: (id) => (id === 9 ? null : byId(id === 7 ? 'b' : 'p')),
  });
  await show(`<div id="b" style="width:200px;height:150px;background:url(${picture(600, 400)})"></div>
    <p id="p" style="margin-top:400px">only words</p>`);
  finder.pick(TEST_WORDS, 'q');
  expect(finder.sees(7)).toBe(true);
  expect(finder.sees(8)).toBe(false);
  // Of an element that the browser does not name, nothing is known.
  expect(finder.sees(9)).toBe(true);
  expect(sent).toEqual([]);
  expect(finder.close('q')).toBe(true);
});
