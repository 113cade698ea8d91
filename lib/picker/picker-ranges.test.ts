import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn } from '@/tests/support/drawn';
import { framePicture } from '@/tests/support/page-pictures';
import { arrived, large, run, shown, ticked } from '@/tests/support/picker-events';
import { USUAL_FILTER } from './filter';
import { afterEvent, type PickerEvent, viewOf } from './picker';

/** Ranges of ticks, as clicks with Shift and keys make them. */

describe('a range', () => {
  const five = ['a1', 'a2', 'a3', 'a4', 'a5'].map((id, at) => large(id, { width: 900 - at }));

  it('begins at the picture that was ticked last, wherever it is by now', () => {
    const state = run([
      arrived(...five),
      { type: 'toggled', id: 'a2' },
      arrived(large('a0', { width: 2000, place: -1 })),
      { type: 'ranged', id: 'a4' },
    ]);
    expect(ticked(state)).toEqual(['a2', 'a3', 'a4']);
  });

  it('skips what the filters hide, also where they hide its beginning', () => {
    const state = run([
      arrived(...five),
      { type: 'toggled', id: 'a2' },
      { type: 'filtered', filter: { ...USUAL_FILTER, width: { to: 898 } } },
      { type: 'ranged', id: 'a4' },
    ]);
    expect(shown(state)).toEqual(['a3', 'a4', 'a5']);
    expect(ticked(state)).toEqual(['a2', 'a3', 'a4']);
    expect(viewOf(state).hiddenTicks).toBe(1);
  });

  it('unticks from a picture that was unticked', () => {
    const state = run([
      arrived(...five),
      { type: 'all-ticked' },
      { type: 'toggled', id: 'a3' },
      { type: 'ranged', id: 'a5' },
    ]);
    expect(ticked(state)).toEqual(['a1', 'a2']);
  });
});

describe('a range by keys', () => {
  const three = ['a1', 'a2', 'a3'].map((id) => large(id));

  it('begins with a tick on the picture that has the focus', () => {
    const state = run([arrived(...three), { type: 'extended', from: 'a2', to: 'a3' }]);
    expect(ticked(state)).toEqual(['a2', 'a3']);
  });

  it('unticks from a picture that was unticked just now', () => {
    const state = run([
      arrived(...three),
      { type: 'all-ticked' },
      { type: 'toggled', id: 'a1' },
      { type: 'extended', from: 'a1', to: 'a2' },
    ]);
    expect(ticked(state)).toEqual(['a3']);
  });

  it('goes on from where the last one ends, also after a click with Shift', () => {
    const state = run([
      arrived(...three),
      { type: 'toggled', id: 'a1' },
      { type: 'ranged', id: 'a3' },
      { type: 'extended', from: 'a3', to: 'a2' },
    ]);
    expect(ticked(state)).toEqual(['a1', 'a2']);
  });

  it('begins anew elsewhere', () => {
    const state = run([
      arrived(...three),
      { type: 'toggled', id: 'a1' },
      { type: 'extended', from: 'a3', to: 'a2' },
      { type: 'extended', from: 'a2', to: 'a3' },
    ]);
    expect(ticked(state)).toEqual(['a1', 'a3']);
  });
});

describe('a range that grows and shrinks', () => {
  const ids = Array.from({ length: 12 }, (_, at) => `p${at}`);
  const at = fc.nat(ids.length - 1);
  const id = (place: number) => `p${place}`;

  it('leaves what stood before it wherever it is no more', () => {
    const before = fc.array(at.map((place): PickerEvent => ({ type: 'toggled', id: id(place) })));
    const late = fc.constantFrom<PickerEvent[]>(
      [],
      [arrived(large('p3', { width: 1000 }))],
      [{ type: 'arrived', changed: [], dropped: ['elsewhere'] }],
      [{ type: 'history-read', doneBefore: new Map() }],
    );
    fc.assert(
      fc.property(
        before,
        at,
        fc.array(at, { minLength: 1 }),
        late,
        (ticks, anchor, ends, noise) => {
          const start = run([
            arrived(...ids.map((each) => large(each))),
            ...ticks,
            { type: 'toggled', id: id(anchor) },
          ]);
          const isOn = viewOf(start).ticked.has(id(anchor));
          const state = run(
            ends.flatMap((end) => [...noise, { type: 'ranged', id: id(end) }]),
            start,
          );
          const end = ends.at(-1) ?? anchor;
          const isInRange = (place: number) =>
            place >= Math.min(anchor, end) && place <= Math.max(anchor, end);
          const wanted = ids.filter((each, place) =>
            isInRange(place) ? isOn : viewOf(start).ticked.has(each),
          );
          expect(ticked(state)).toEqual(wanted);
        },
      ),
      drawn(200),
    );
  });

  it('loses no tick once a filter or an order has come between', () => {
    const ranged: PickerEvent[] = [
      arrived(...ids.map((each, place) => large(each, { width: 800 + place }))),
      { type: 'toggled', id: 'p2' },
      { type: 'ranged', id: 'p6' },
    ];
    const between: PickerEvent[] = [
      { type: 'filtered', filter: { ...USUAL_FILTER, width: { from: 805 } } },
      { type: 'sorted', sort: 'pixels' },
    ];
    for (const event of between) {
      const now = ticked(run([...ranged, event, { type: 'ranged', id: 'p8' }]));
      expect(now).toEqual(expect.arrayContaining(['p2', 'p3', 'p4', 'p5', 'p6', 'p8']));
    }
  });

  it('lets a picture wait for its size again', () => {
    const state = run([
      arrived(large('a1'), framePicture('a2'), large('a3')),
      { type: 'all-ticked' },
      { type: 'toggled', id: 'a1' },
      { type: 'ranged', id: 'a3' },
      { type: 'ranged', id: 'a1' },
    ]);
    expect(viewOf(state).pendingTicks).toBe(1);
    const small = { width: 50, height: 50 };
    expect(ticked(afterEvent(state, arrived(framePicture('a2', small))))).toEqual(['a3']);
  });

  it('ticks nothing that "only ticked" hides', () => {
    const state = run([
      arrived(...ids.map((each) => large(each))),
      { type: 'toggled', id: 'p1' },
      { type: 'toggled', id: 'p5' },
      { type: 'filtered', filter: { ...USUAL_FILTER, isOnlyTicked: true } },
      { type: 'ranged', id: 'p1' },
    ]);
    expect(ticked(state)).toEqual(['p1', 'p5']);
  });
});
