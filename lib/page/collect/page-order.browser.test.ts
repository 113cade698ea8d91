import { expect, test } from 'vitest';
import { show } from '@/tests/support/page/fixture';
import { sampleReading } from '@/tests/support/page/reading';
import { Ledger } from './ledger';
import { PageOrder } from './page-order';

/** A virtual list: placed freely, its nodes in any order. */
const CELLS = [3, 0, 4, 1, 5, 2];

async function setUp(): Promise<{ ledger: Ledger; order: PageOrder; nodes: HTMLElement[] }> {
  const cells = CELLS.map(
    (at) => `<b style="position:absolute;top:${at * 400}px;width:300px;height:200px"></b>`,
  );
  await show(`<div style="position:relative;height:4000px">${cells.join('')}</div>`);
  const nodes = [...document.querySelectorAll<HTMLElement>('b')];
  const ledger = new Ledger(() => false);
  for (const [at, node] of nodes.entries())
    ledger.note(node, [sampleReading(`/${CELLS[at]}.jpg`, { how: 'background' })]);
  return { ledger, order: new PageOrder(ledger), nodes };
}

/** Reads in the smallest steps, with something between them. @returns the addresses in order */
function readBitByBit({ ledger, order }: { ledger: Ledger; order: PageOrder }, between = () => {}) {
  let steps = 0;
  let ids: string[] = [];
  do {
    ({ ids } = order.read([document], true, 0));
    between();
    steps += 1;
  } while (order.isBusy && steps < 1_000);
  expect(steps).toBeGreaterThan(CELLS.length);
  return ids.map((id) => ledger.of(id)?.best.url);
}

const SORTED = CELLS.toSorted().map((at) => `/${at}.jpg`);

test('the order is measured bit by bit, also while the page is being scrolled', async () => {
  const world = await setUp();
  expect(readBitByBit(world, () => scrollBy(0, 300))).toEqual(SORTED);
});

test('a picture whose node goes meanwhile keeps its place', async () => {
  const world = await setUp();
  expect(readBitByBit(world)).toEqual(SORTED);
  const again = new PageOrder(world.ledger);
  for (const { id, nodes } of world.ledger.all) {
    for (const element of nodes.keys()) again.note(id, element);
  }
  expect(readBitByBit({ ...world, order: again }, () => world.nodes[0]?.remove())).toEqual(SORTED);
});
