import type { Picture } from './picture';

export const STARTS = ['none', 'all'] as const;
/** What is ticked before the person ticks anything. */
export type Start = (typeof STARTS)[number];

/** The ticks. Those made by hand belong to pictures, so no filter, sorting or arrival changes them. */
export interface Ticks {
  start: Start;
  /** By id of a picture of a page: ticked or unticked by hand. */
  hand: ReadonlyMap<string, boolean>;
  /** Pictures that "all" met before their size was known. */
  wanted: ReadonlySet<string>;
  /** Picture at which a range begins. */
  anchor?: string;
  /** The range that was made last, while it can still grow and shrink. */
  range?: Range;
}

interface Range {
  /** Picture at its other end. */
  to: string;
  /** What stood there before, by id of a picture of a page. */
  before: ReadonlyMap<string, { made: boolean | undefined; isWanted: boolean }>;
}

export const NO_TICKS: Ticks = { start: 'none', hand: new Map(), wanted: new Set() };

/** The tick that a person made on a picture or on one of its copies; a set one wins. */
export function handOf({ hand }: Ticks, { copies }: Pick<Picture, 'copies'>): boolean | undefined {
  let made: boolean | undefined;
  for (const id of copies) {
    const tick = hand.get(id);
    if (tick) return true;
    made ??= tick;
  }
  return made;
}

/**
 * Whether a picture is ticked.
 * @param isShown whether the filters show it: a tick that was not made by hand needs that, and a known size
 */
export function isTicked(ticks: Ticks, picture: Picture, isShown: boolean): boolean {
  if (!picture.isReadable) return false;
  const made = handOf(ticks, picture);
  return made ?? (ticks.start === 'all' && isShown && picture.size !== undefined);
}

/** Ticks or unticks pictures by hand. The last range stays as it is from now on. */
export function tick(ticks: Ticks, pictures: readonly Picture[], isOn: boolean): Ticks {
  return withTicks(asTheyAre(ticks), pictures, isOn);
}

/** Lets the last range neither grow nor shrink any more. Its anchor stays. */
export function asTheyAre({ range: _, ...ticks }: Ticks): Ticks {
  return ticks;
}

function withTicks(ticks: Ticks, pictures: readonly Picture[], isOn: boolean): Ticks {
  const hand = new Map(ticks.hand);
  const wanted = new Set(ticks.wanted);
  for (const { copies } of pictures) {
    for (const id of copies) {
      hand.set(id, isOn);
      wanted.delete(id);
    }
  }
  return { ...ticks, hand, wanted };
}

/** Ticks all of these: at once where the size is known, the others as soon as it is. */
export function tickAll(ticks: Ticks, shown: readonly Picture[]): Ticks {
  const isKnown = ({ size }: Picture) => size !== undefined;
  const next = tick(ticks, shown.filter(isKnown), true);
  const later = shown.filter((picture) => !isKnown(picture) && handOf(ticks, picture) !== true);
  return { ...next, wanted: new Set([...next.wanted, ...later.map(({ id }) => id)]) };
}

/**
 * Decides on the pictures that "all" met too early.
 * @param isShown whether the filters show it: what turned out to be too small is not ticked
 */
export function settle(
  ticks: Ticks,
  pictures: readonly Picture[],
  isShown: (picture: Picture) => boolean,
): Ticks {
  if (ticks.wanted.size === 0) return ticks;
  const decided = pictures.filter(
    ({ size, copies }) => size && copies.some((id) => ticks.wanted.has(id)),
  );
  if (decided.length === 0) return ticks;
  const wanted = new Set(ticks.wanted);
  for (const { copies } of decided) for (const id of copies) wanted.delete(id);
  return withTicks({ ...ticks, wanted }, decided.filter(isShown), true);
}

/** Makes ticks of no ticks, and the other way round. */
export function invert(ticks: Ticks, shown: readonly Picture[]): Ticks {
  const on = shown.filter((picture) => isTicked(ticks, picture, true));
  const off = shown.filter((picture) => !isTicked(ticks, picture, true));
  return tick(tickAll(ticks, off), on, false);
}

/** Ticks or unticks a range that can grow and shrink from now on. @param to picture at its other end */
export function tickRange(
  ticks: Ticks,
  pictures: readonly Picture[],
  to: string,
  isOn: boolean,
): Ticks {
  const ids = pictures.flatMap(({ copies }) => copies);
  const before = new Map(
    ids.map((id) => [id, { made: ticks.hand.get(id), isWanted: ticks.wanted.has(id) }]),
  );
  return { ...withTicks(ticks, pictures, isOn), range: { to, before } };
}

/** The ticks that stood before the last range was made. */
export function withoutRange(ticks: Ticks): Ticks {
  const hand = new Map(ticks.hand);
  const wanted = new Set(ticks.wanted);
  for (const [id, { made, isWanted }] of ticks.range?.before ?? []) {
    if (made === undefined) hand.delete(id);
    else hand.set(id, made);
    if (isWanted) wanted.add(id);
  }
  return { ...asTheyAre(ticks), hand, wanted };
}

/** The pictures from one to another, both included, in whichever order they are. */
export function between(order: readonly Picture[], a: Picture, b: Picture): readonly Picture[] {
  const [from, to] = [order.indexOf(a), order.indexOf(b)];
  return order.slice(Math.min(from, to), Math.max(from, to) + 1);
}
