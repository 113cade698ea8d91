import type { FramePicture } from '@/lib/browser/tabs/collected-frames';
import { choicesIn, type Filter, passes, type Sort, sorted, USUAL_FILTER } from './filter';
import { type DoneBefore, fold } from './fold';
import type { FileFacts, Picture, Seen } from './picture';
import {
  handOf,
  invert,
  isTicked,
  NO_TICKS,
  rangeFrom,
  type Start,
  settle,
  type Ticks,
  tick,
  tickAll,
} from './ticks';

/** Everything that the picker knows and that a person chose in it. Plain data. */
export interface PickerState {
  /** Ids of the tabs, in order. */
  tabs: readonly number[];
  /** By id, in the order in which they were first seen. */
  seen: ReadonlyMap<string, Seen>;
  doneBefore: DoneBefore;
  filter: Filter;
  sort: Sort;
  ticks: Ticks;
  /** All pictures, folded, in page order. */
  pictures: readonly Picture[];
}

/** What can happen. */
export type PickerEvent =
  | { type: 'arrived'; changed: readonly FramePicture[]; dropped: readonly string[] }
  | { type: 'read'; files: ReadonlyMap<string, FileFacts> }
  | { type: 'history-read'; doneBefore: DoneBefore }
  | { type: 'tabs-chosen'; tabs: readonly number[] }
  | { type: 'filtered'; filter: Filter }
  | { type: 'sorted'; sort: Sort }
  | { type: 'start-chosen'; start: Start }
  /** A tick by hand, which the next range begins at. */
  | { type: 'toggled'; id: string }
  /** Everything shown from the anchor to here gets the tick of the anchor. */
  | { type: 'ranged'; id: string }
  /** A range begins here: at the picture that was ticked last, or else this one gets a tick. */
  | { type: 'anchored'; id: string }
  | { type: 'ticked'; ids: readonly string[]; isOn: boolean }
  | { type: 'all-ticked' }
  | { type: 'none-ticked' }
  | { type: 'inverted' }
  /** Jobs were created for them. */
  | { type: 'added'; ids: readonly string[] };

export function newPicker(tabs: readonly number[], start: Start, sort: Sort): PickerState {
  return {
    tabs,
    seen: new Map(),
    doneBefore: new Map(),
    filter: USUAL_FILTER,
    sort,
    ticks: { ...NO_TICKS, start },
    pictures: [],
  };
}

/** The state after an event. Pure. */
export function afterEvent(state: PickerState, event: PickerEvent): PickerState {
  switch (event.type) {
    case 'arrived':
      return folded({ ...state, seen: merged(state.seen, event.changed, event.dropped) });
    case 'read':
      return folded({ ...state, seen: withFiles(state.seen, event.files) });
    case 'history-read':
      return folded({ ...state, doneBefore: event.doneBefore });
    case 'tabs-chosen': {
      const kept = [...state.seen].filter(([, { tabId }]) => event.tabs.includes(tabId));
      return folded({ ...state, tabs: event.tabs, seen: new Map(kept) });
    }
    case 'filtered':
      return settled({ ...state, filter: event.filter });
    case 'sorted':
      return { ...state, sort: event.sort };
    case 'start-chosen':
      return { ...state, ticks: { ...state.ticks, start: event.start } };
    case 'toggled': {
      const picture = pictureIn(state, event.id);
      if (!picture) return state;
      const isOn = !isTicked(state.ticks, picture, passes(picture, state.filter));
      return { ...state, ticks: { ...tick(state.ticks, [picture], isOn), anchor: picture.id } };
    }
    case 'anchored': {
      const picture = pictureIn(state, event.id);
      if (!picture || picture === pictureIn(state, state.ticks.anchor)) return state;
      return { ...state, ticks: { ...tick(state.ticks, [picture], true), anchor: picture.id } };
    }
    case 'ranged':
      return ranged(state, event.id);
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
      const pictures = state.pictures.filter(({ id }) => ids.has(id));
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
  const { ticks, pictures, filter } = state;
  const order = sorted(pictures, state.sort);
  const range = rangeFrom(ticks, order, id).filter((picture) => passes(picture, filter));
  const anchor = pictureIn(state, ticks.anchor);
  // Without an anchor the range begins here.
  const isOn = anchor ? isTicked(ticks, anchor, passes(anchor, filter)) : true;
  const next = tick(ticks, range, isOn);
  return { ...state, ticks: anchor ? next : { ...next, anchor: id } };
}

function folded(state: PickerState): PickerState {
  const pictures = fold([...state.seen.values()], state.tabs, state.doneBefore);
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
