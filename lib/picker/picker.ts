import type { FramePicture } from '@/lib/browser/tabs/collected-frames';
import {
  choicesIn,
  type Filter,
  type KeptFilter,
  passes,
  type Sort,
  sorted,
  USUAL_FILTER,
} from './filter';
import { type DoneBefore, fold } from './fold';
import type { FileFacts, Picture, Seen } from './picture';
import {
  asTheyAre,
  between,
  handOf,
  invert,
  isTicked,
  NO_TICKS,
  type Start,
  settle,
  type Ticks,
  tick,
  tickAll,
  tickRange,
  withoutRange,
} from './ticks';

/** Everything that the picker knows and that a person chose in it. Plain data. */
export interface PickerState {
  /** Ids of the tabs, in order. */
  tabs: readonly number[];
  /** By id, in the order in which they were first seen. */
  seen: ReadonlyMap<string, Seen>;
  /** By id of a picture that turned out to be another one: the id of that one. */
  joined: ReadonlyMap<string, string>;
  doneBefore: DoneBefore;
  filter: Filter;
  sort: Sort;
  ticks: Ticks;
  /** All pictures, folded, in page order. */
  pictures: readonly Picture[];
}

/** What can happen. */
export type PickerEvent =
  | {
      type: 'arrived';
      changed: readonly FramePicture[];
      dropped: readonly string[];
      /** By id of a dropped picture: the one that stands for it. */
      joined?: Readonly<Record<string, string>>;
    }
  | { type: 'read'; files: ReadonlyMap<string, FileFacts> }
  | { type: 'history-read'; doneBefore: DoneBefore }
  | { type: 'tabs-chosen'; tabs: readonly number[] }
  | { type: 'filtered'; filter: Filter }
  | { type: 'sorted'; sort: Sort }
  | { type: 'start-chosen'; start: Start }
  /** A tick by hand, which the next range begins at. */
  | { type: 'toggled'; id: string }
  /** Everything shown from the anchor to here gets the tick of the anchor. A range made just before is replaced. */
  | { type: 'ranged'; id: string }
  /** The same by keys: the range that ends at `from` goes on to `to`, or else one begins at `from` with a tick. */
  | { type: 'extended'; from: string; to: string }
  | { type: 'ticked'; ids: readonly string[]; isOn: boolean }
  | { type: 'all-ticked' }
  | { type: 'none-ticked' }
  | { type: 'inverted' }
  /** Jobs were created for them. */
  | { type: 'added'; ids: readonly string[] };

/** A picker without pictures. @param kept filters of last time */
export function newPicker(
  tabs: readonly number[],
  start: Start,
  sort: Sort,
  kept: KeptFilter = USUAL_FILTER,
): PickerState {
  const { width, height, hasIcons } = kept;
  return {
    tabs,
    seen: new Map(),
    joined: new Map(),
    doneBefore: new Map(),
    filter: { ...USUAL_FILTER, width, height, hasIcons },
    sort,
    ticks: { ...NO_TICKS, start },
    pictures: [],
  };
}

/** The state after an event. Pure. */
export function afterEvent(state: PickerState, event: PickerEvent): PickerState {
  switch (event.type) {
    case 'arrived':
      return folded({
        ...state,
        seen: merged(state.seen, event.changed, event.dropped),
        joined: new Map([...state.joined, ...Object.entries(event.joined ?? {})]),
      });
    case 'read':
      return folded({ ...state, seen: withFiles(state.seen, event.files) });
    case 'history-read':
      return folded({ ...state, doneBefore: event.doneBefore });
    case 'tabs-chosen': {
      const kept = [...state.seen].filter(([, { tabId }]) => event.tabs.includes(tabId));
      return folded({ ...state, tabs: event.tabs, seen: new Map(kept) });
    }
    case 'filtered':
      return settled({ ...state, filter: event.filter, ticks: asTheyAre(state.ticks) });
    case 'sorted':
      return { ...state, sort: event.sort, ticks: asTheyAre(state.ticks) };
    case 'start-chosen':
      return { ...state, ticks: { ...state.ticks, start: event.start } };
    case 'toggled': {
      const picture = pictureIn(state, event.id);
      if (!picture) return state;
      const isOn = !isTicked(state.ticks, picture, passes(picture, state.filter));
      return { ...state, ticks: { ...tick(state.ticks, [picture], isOn), anchor: picture.id } };
    }
    case 'ranged':
      return ranged(state, event.id);
    case 'extended':
      return ranged(anchored(state, event.from), event.to);
    case 'ticked': {
      const ids = new Set(event.ids);
      const pictures = state.pictures.filter(({ id }) => ids.has(id));
      return { ...state, ticks: tick(state.ticks, pictures, event.isOn) };
    }
    case 'all-ticked':
      return { ...state, ticks: tickAll(state.ticks, shownIn(state)) };
    case 'none-ticked':
      return { ...state, ticks: tick(state.ticks, shownIn(state), false) };
    case 'inverted':
      return { ...state, ticks: invert(state.ticks, shownIn(state)) };
    case 'added': {
      const ids = new Set(event.ids);
      // Another picture may stand for one of them by now.
      const pictures = state.pictures.filter(({ copies }) => copies.some((id) => ids.has(id)));
      return { ...state, ticks: tick(state.ticks, pictures, false) };
    }
  }
}

/** What the page shows of a state. */
export interface PickerView {
  /** In the order on the screen. */
  shown: readonly Picture[];
  /** Ids of all ticked pictures, also of those that the filters hide. */
  ticked: ReadonlySet<string>;
  /** The ticked pictures in the order on the screen: so the jobs are created. */
  picked: readonly Picture[];
  /** How many of these the filters hide. */
  hiddenTicks: number;
  /** How many pictures wait for their size, to be ticked by "all" or by the start state. */
  pendingTicks: number;
  /** Among all pictures. */
  types: readonly string[];
  hosts: readonly string[];
  hasSelection: boolean;
}

export function viewOf(state: PickerState): PickerView {
  const { pictures, filter, ticks } = state;
  const order = sorted(pictures, state.sort);
  const passing = new Set(pictures.filter((picture) => passes(picture, filter)));
  const picked = order.filter((picture) => isTicked(ticks, picture, passing.has(picture)));
  const ticked = new Set(picked.map(({ id }) => id));
  const isPending = (picture: Picture) =>
    !picture.size &&
    picture.isReadable &&
    passing.has(picture) &&
    handOf(ticks, picture) === undefined &&
    (ticks.start === 'all' || picture.copies.some((id) => ticks.wanted.has(id)));
  return {
    shown: order.filter(
      (picture) => passing.has(picture) && (!filter.isOnlyTicked || ticked.has(picture.id)),
    ),
    ticked,
    picked,
    hiddenTicks: picked.filter((picture) => !passing.has(picture)).length,
    pendingTicks: pictures.filter(isPending).length,
    ...choicesIn(pictures),
    hasSelection: pictures.some(({ isInSelection }) => isInSelection),
  };
}

const shownIn = (state: PickerState) => viewOf(state).shown;

function pictureIn({ pictures }: PickerState, id: string | undefined): Picture | undefined {
  return pictures.find(({ copies }) => id !== undefined && copies.includes(id));
}

function ranged(state: PickerState, id: string): PickerState {
  const to = pictureIn(state, id);
  if (!to) return state;
  const { anchor: anchorId } = state.ticks;
  const anchor = pictureIn(state, anchorId);
  const ticks = withoutRange(state.ticks);
  const shown = new Set(shownIn({ ...state, ticks }));
  const order = sorted(state.pictures, state.sort);
  const range = between(order, anchor ?? to, to).filter((picture) => shown.has(picture));
  const isOn = anchor ? isTicked(ticks, anchor, passes(anchor, state.filter)) : true;
  const next = tickRange(ticks, range, to.id, isOn);
  return settled({ ...state, ticks: anchor ? next : { ...next, anchor: to.id } });
}

/** Lets a range begin at a picture, unless the last one begins or ends there. */
function anchored(state: PickerState, id: string): PickerState {
  const { ticks } = state;
  const picture = pictureIn(state, id);
  const isGoingOn = [ticks.anchor, ticks.range?.to].some((at) => pictureIn(state, at) === picture);
  if (!picture || isGoingOn) return state;
  return { ...state, ticks: { ...tick(ticks, [picture], true), anchor: picture.id } };
}

function folded(state: PickerState): PickerState {
  const { seen, tabs, doneBefore, joined } = state;
  const pictures = fold([...seen.values()], tabs, doneBefore, joined);
  return settled({ ...state, pictures });
}

function settled(state: PickerState): PickerState {
  const { ticks, pictures, filter } = state;
  return { ...state, ticks: settle(ticks, pictures, (picture) => passes(picture, filter)) };
}

function merged(
  seen: PickerState['seen'],
  changed: readonly FramePicture[],
  dropped: readonly string[],
): PickerState['seen'] {
  const next = new Map(seen);
  for (const picture of changed) {
    const file = next.get(picture.id)?.file;
    const isSame = next.get(picture.id)?.url === picture.url;
    next.set(picture.id, { ...picture, ...(file && isSame && { file }) });
  }
  for (const id of dropped) next.delete(id);
  return next;
}

function withFiles(
  seen: PickerState['seen'],
  files: ReadonlyMap<string, FileFacts>,
): PickerState['seen'] {
  const next = new Map(seen);
  for (const [id, file] of files) {
    const picture = next.get(id);
    if (picture) next.set(id, { ...picture, file });
  }
  return next;
}
