import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn } from '@/tests/support/drawn';
import { framePicture } from '@/tests/support/page-pictures';
import { arrived, large, run, shown, ticked } from '@/tests/support/picker-events';
import { LEAST_SIDE, USUAL_FILTER } from './filter';
import { afterEvent, newPicker, type PickerEvent, viewOf } from './picker';

describe('a tick that was made by hand', () => {
  const filters = fc.record({
    width: fc.record({ from: fc.nat(1500), to: fc.nat(3000) }),
    height: fc.record({ from: fc.nat(1500) }),
    shape: fc.constantFrom('any', 'landscape', 'portrait', 'square'),
    type: fc.constantFrom('', 'JPEG', 'PNG'),
    host: fc.constantFrom(undefined, '', 'gallery.example'),
    hasIcons: fc.boolean(),
    isOnlySelection: fc.boolean(),
    isOnlyTicked: fc.boolean(),
  });
  const noise = fc.oneof(
    filters.map((filter) => ({ type: 'filtered', filter }) as PickerEvent),
    fc
      .constantFrom('page', 'pixels', 'bytes')
      .map((sort) => ({ type: 'sorted', sort }) as PickerEvent),
    fc
      .record({ at: fc.nat(40), size: fc.nat(3000) })
      .map(({ at, size }) =>
        arrived(framePicture(`p${at}`, size > 0 ? { width: size, height: 700 } : {})),
      ),
    // Pictures beyond the first twenty are never ticked by hand here.
    fc
      .nat(19)
      .map((at): PickerEvent => ({ type: 'arrived', changed: [], dropped: [`p${20 + at}`] })),
    fc.constantFrom('all', 'none').map((start) => ({ type: 'start-chosen', start }) as PickerEvent),
  );

  it('survives every filter, sorting, arrival and removal', () => {
    const byHand = fc.dictionary(
      fc.nat(19).map((at) => `p${at}`),
      fc.boolean(),
    );
    fc.assert(
      fc.property(byHand, fc.array(noise, { maxLength: 30 }), (hand, events) => {
        const first = run([
          arrived(...Array.from({ length: 20 }, (_, at) => large(`p${at}`))),
          ...Object.entries(hand).map(
            ([id, isOn]): PickerEvent => ({ type: 'ticked', ids: [id], isOn }),
          ),
        ]);
        const now = viewOf(run(events, first)).ticked;
        for (const [id, isOn] of Object.entries(hand)) expect(now.has(id)).toBe(isOn);
      }),
      drawn(200),
    );
  });

  it('ends with the job, also if the picture has turned out to be a copy meanwhile', () => {
    const state = run([arrived(large('a1'), large('a2')), { type: 'toggled', id: 'a2' }]);
    const file = { width: 800, height: 600, digest: 'same' };
    const files = new Map(['a1', 'a2'].map((id) => [id, file]));
    const events: PickerEvent[] = [
      { type: 'read', files },
      { type: 'added', ids: ['a2'] },
    ];
    expect([...viewOf(run(events, state)).ticked]).toEqual([]);
  });

  it('goes on to the picture that it turns out to be a copy of', () => {
    const state = run([arrived(large('a1'), large('a2')), { type: 'toggled', id: 'a2' }]);
    const file = { width: 800, height: 600, digest: 'same' };
    const same = afterEvent(state, {
      type: 'read',
      files: new Map([
        ['a1', file],
        ['a2', file],
      ]),
    });
    expect(shown(same)).toEqual(['a1']);
    expect(ticked(same)).toEqual(['a1']);
    // The node that was seen first is gone.
    const left = afterEvent(same, { type: 'arrived', changed: [], dropped: ['a1'] });
    expect(ticked(left)).toEqual(['a2']);
  });
});

describe('what is ticked without a hand', () => {
  it('has a known size and is not below the limit, however late the size comes', () => {
    const sizes = fc.array(fc.option(fc.nat(2 * LEAST_SIDE)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(sizes, fc.boolean(), (late, isByButton) => {
        const start = run(
          [
            arrived(...late.map((_, at) => framePicture(`p${at}`))),
            ...(isByButton ? [{ type: 'all-ticked' } as const] : []),
          ],
          newPicker([1], isByButton ? 'none' : 'all', 'page'),
        );
        expect(ticked(start)).toEqual([]);
        const state = run(
          [
            arrived(
              ...late.flatMap((side, at) =>
                side ? [framePicture(`p${at}`, { width: side, height: side })] : [],
              ),
            ),
          ],
          start,
        );
        const wanted = late.flatMap((side, at) => (side && side >= LEAST_SIDE ? [`p${at}`] : []));
        expect(ticked(state)).toEqual(wanted);
      }),
      drawn(100),
    );
  });

  it('waits for sizes, and says for how many', () => {
    const state = run([arrived(framePicture('a1'), large('a2')), { type: 'all-ticked' }]);
    expect(viewOf(state).pendingTicks).toBe(1);
    expect(ticked(state)).toEqual(['a2']);
  });

  it('is nothing below the limit after "all" and a lower limit later', () => {
    const small = { width: 50, height: 50 };
    const state = run([
      arrived(framePicture('a1')),
      { type: 'all-ticked' },
      arrived(framePicture('a1', small)),
      { type: 'filtered', filter: { ...USUAL_FILTER, width: {}, height: {} } },
    ]);
    expect(shown(state)).toEqual(['a1']);
    expect(ticked(state)).toEqual([]);
  });
});

it('never ticks what cannot be read any more', () => {
  const lost = { url: 'blob:https://gallery.example/1', captureFailure: 'failed' } as const;
  const state = run([
    arrived(large('a1', lost), large('a2', { ...lost, url: 'https://gallery.example/2.png' })),
    { type: 'all-ticked' },
    { type: 'toggled', id: 'a1' },
  ]);
  expect(shown(state)).toEqual(['a1', 'a2']);
  expect(ticked(state)).toEqual(['a2']);
});

describe('a picture that turns out to be another one', () => {
  it('hands its tick on, also to one that is known later only, and along a chain', () => {
    const state = run([
      arrived(large('a1'), large('a2')),
      { type: 'toggled', id: 'a1' },
      { type: 'arrived', changed: [], dropped: ['a1'], joined: { a1: 'a3' } },
      { type: 'arrived', changed: [large('a4')], dropped: ['a3'], joined: { a3: 'a4' } },
    ]);
    expect(ticked(state)).toEqual(['a4']);
  });

  it('hands on that it waits for its size, and that a range begins at it', () => {
    const state = run([
      arrived(framePicture('a1'), large('a2'), large('a3')),
      { type: 'all-ticked' },
      { type: 'none-ticked' },
      { type: 'toggled', id: 'a1' },
      { type: 'arrived', changed: [], dropped: ['a1'], joined: { a1: 'a2' } },
      { type: 'ranged', id: 'a3' },
    ]);
    expect(ticked(state)).toEqual(['a2', 'a3']);
  });

  it('survives pages that name circles', () => {
    const joined = { a1: 'a2', a2: 'a1' };
    const state = run([
      arrived(large('a1'), large('a2'), large('a3')),
      { type: 'arrived', changed: [], dropped: ['a1', 'a2'], joined },
    ]);
    expect(shown(state)).toEqual(['a3']);
  });
});

it('inverts what is shown', () => {
  const state = run([
    arrived(large('a1'), large('a2'), framePicture('a3', { width: 20, height: 20 })),
    { type: 'toggled', id: 'a1' },
    { type: 'inverted' },
  ]);
  expect(ticked(state)).toEqual(['a2']);
});

it('picks in the order on the screen', () => {
  const state = run([
    arrived(large('a1'), large('a2', { width: 1200 }), large('a3', { width: 1000 })),
    { type: 'all-ticked' },
    { type: 'sorted', sort: 'pixels' },
  ]);
  expect(viewOf(state).picked.map(({ id }) => id)).toEqual(['a2', 'a3', 'a1']);
});

it('keeps what the file told when the page reports the picture again', () => {
  const files = new Map([['a1', { width: 640, height: 480, bytes: 9_000 }]]);
  const state = run([
    arrived(framePicture('a1')),
    { type: 'read', files },
    arrived(framePicture('a1')),
  ]);
  expect(state.pictures[0]).toMatchObject({ size: { width: 640, height: 480 }, bytes: 9_000 });
});

it('forgets the pictures of tabs that are left out', () => {
  const state = run([
    arrived(large('a1'), large('b1', { tabId: 2 })),
    { type: 'tabs-chosen', tabs: [2] },
  ]);
  expect(shown(state)).toEqual(['b1']);
});

it('begins with the filters that were kept, and with no others', () => {
  const kept = { ...USUAL_FILTER, width: { from: 600 }, hasIcons: true, type: 'PNG' };
  const { filter } = newPicker([1], 'none', 'page', kept);
  expect(filter).toEqual({ ...USUAL_FILTER, width: { from: 600 }, hasIcons: true });
});
