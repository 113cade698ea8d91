import { expect, it } from 'vitest';
import type { Given, LeftOut } from './given';
import { grouped } from './grouped';

const loose = (name: string): Given => ({ kind: 'file', name, bytes: new Blob() });
const placed = (path: string, archive?: string): Given => ({
  ...{ kind: 'file', name: path, path, bytes: new Blob() },
  ...(archive !== undefined && { archive }),
});
const address = (host: string): Given => ({ kind: 'address', name: host, url: `https://${host}/` });
const text: LeftOut = { kind: 'left-out', why: 'not-image', count: 1 };

/** Each image with the batch that it waits in, as `id name`. */
async function batchesOf(...all: (Given | LeftOut)[]) {
  let made = 0;
  async function* offer() {
    yield* all;
  }
  const uuid = () => {
    made += 1;
    return `${made}`;
  };
  const given = [];
  for await (const each of grouped(offer(), { uuid, now: () => 7 })) {
    const batch = 'batch' in each ? each.batch : undefined;
    given.push('name' in each ? [each.name, batch && `${batch.id} ${batch.name}`] : each);
  }
  return given;
}

it('makes a batch of each folder and of each archive, in their order', async () => {
  expect(
    await batchesOf(
      placed('trip/1.png'),
      text,
      placed('trip/day 2/2.png'),
      placed('1.png', 'Vol. 1'),
      placed('ch 2/2.png', 'Vol. 1'),
      placed('trip/3.png'),
      placed('trip/4.png'),
    ),
  ).toEqual([
    text,
    ['trip/1.png', '1 trip'],
    ['trip/day 2/2.png', '1 trip'],
    ['1.png', '2 Vol. 1'],
    ['ch 2/2.png', '2 Vol. 1'],
    ['trip/3.png', '3 trip'],
    ['trip/4.png', '3 trip'],
  ]);
});

it('counts the archives in a folder to the folder, but not one beside it', async () => {
  expect(
    await batchesOf(
      placed('comics/1.png'),
      placed('1.png', 'comics/Vol. 1'),
      placed('2.png', 'comics'),
      placed('3.png', 'comics'),
    ),
  ).toEqual([
    ['comics/1.png', '1 comics'],
    ['1.png', '1 comics'],
    ['2.png', '2 comics'],
    ['3.png', '2 comics'],
  ]);
});

it('names a list of addresses after the first host', async () => {
  expect(await batchesOf(address('a.example'), address('b.example'))).toEqual([
    ['a.example', '1 a.example'],
    ['b.example', '1 a.example'],
  ]);
});

it('leaves loose files alone, and what is alone in its folder, archive or list', async () => {
  expect(
    await batchesOf(
      loose('a'),
      placed('trip/1.png'),
      loose('b'),
      placed('1.png', 'Vol. 1'),
      placed('1.png', 'Vol. 2'),
      address('a.example'),
    ),
  ).toEqual([
    ['a', undefined],
    ['trip/1.png', undefined],
    ['b', undefined],
    ['1.png', undefined],
    ['1.png', undefined],
    ['a.example', undefined],
  ]);
});
