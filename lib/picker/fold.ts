import type { Target } from '@/lib/jimeng/model/tools';
import { hostOf, isReadable, type Picture, type Seen, sizeOf, typeOf } from './picture';

/** Targets by the address of a picture that was upscaled to them. */
export type DoneBefore = ReadonlyMap<string, readonly Target[]>;

/** Mean difference of colours of one picture that was read and made small in two ways, of 255. */
const SAME_COLOURS = 4;
/** Shapes closer than this are the same, as a share of the ratio: renditions are rounded to whole px. */
const SAME_SHAPE = 0.02;

/**
 * Folds equal pictures into one: those with the same address or the same file, and those of which one is the
 * announced original of the other and has its shape. Files are the same if their thumbnails are, or if their pixels and
 * bytes are as many and their colours alike.
 * @param seen in the order in which they were first seen
 * @param tabs ids of the tabs, in order
 * @param joined by id of a picture that turned out to be another one: the id of that one
 * @returns in page order: tab by tab, each by place
 */
export function fold(
  seen: readonly Seen[],
  tabs: readonly number[],
  doneBefore: DoneBefore,
  joined: ReadonlyMap<string, string> = new Map(),
): Picture[] {
  const groups = groupsOf(seen);
  const former = formerOf(joined);
  const tabOrder = new Map(tabs.map((id, at) => [id, at]));
  const orderOf = ({ tabId }: Seen) => tabOrder.get(tabId) ?? tabs.length;
  const placed = groups.map((copies) => {
    const first = copies.reduce((a, b) =>
      orderOf(b) - orderOf(a) < 0 || (orderOf(b) === orderOf(a) && b.place < a.place) ? b : a,
    );
    return { first, picture: pictureOf(copies, doneBefore, former) };
  });
  placed.sort((a, b) => orderOf(a.first) - orderOf(b.first) || a.first.place - b.first.place);
  return placed.map(({ picture }) => picture);
}

function groupsOf(seen: readonly Seen[]): [Seen, ...Seen[]][] {
  const parents = seen.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[at] = root;
    return root;
  };
  // The earlier one leads, so that a picture keeps its id.
  const join = (a: number, b: number) => {
    const [x, y] = [rootOf(a), rootOf(b)];
    parents[Math.max(x, y)] = Math.min(x, y);
  };
  const firstWith = new Map<string, number>();
  for (const [at, each] of seen.entries()) {
    for (const key of keysOf(each)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, at);
      else join(first, at);
    }
  }
  const sameCounts = new Map<string, number[]>();
  for (const [at, { file }] of seen.entries()) {
    if (file?.bytes === undefined || !file.colours) continue;
    const counts = `${file.width} ${file.height} ${file.bytes}`;
    const others = sameCounts.get(counts) ?? [];
    const same = others.find((other) => areAlike(file.colours, seen[other]?.file?.colours));
    if (same === undefined) sameCounts.set(counts, [...others, at]);
    else join(same, at);
  }
  for (const [at, each] of seen.entries()) {
    for (const original of each.originals) {
      const there = firstWith.get(addressKey(original));
      const other = there === undefined ? undefined : seen[there];
      if (there !== undefined && other && isSameShape(each, other)) join(there, at);
    }
  }
  const groups = new Map<number, [Seen, ...Seen[]]>();
  for (const [at, each] of seen.entries()) {
    const root = rootOf(at);
    const group = groups.get(root);
    if (group) group.push(each);
    else groups.set(root, [each]);
  }
  return [...groups.values()];
}

/** A `blob:` address is unique to its document, and so is told apart by it. */
function* keysOf({ url, file }: Seen): Generator<string> {
  if (url !== undefined) yield addressKey(url);
  if (file?.digest !== undefined) yield `file ${file.digest}`;
}

const addressKey = (url: string) => `at ${url.startsWith('data:') ? url : url.replace(/#.*$/, '')}`;

function areAlike(a: readonly number[] = [], b: readonly number[] = []): boolean {
  if (a.length === 0 || a.length !== b.length) return false;
  const sum = a.reduce((total, each, at) => total + Math.abs(each - (b[at] ?? 0)), 0);
  return sum / a.length <= SAME_COLOURS;
}

function isSameShape(a: Seen, b: Seen): boolean {
  const [one, two] = [sizeOf(a), sizeOf(b)];
  if (!one || !two) return false;
  const [x, y] = [one.width / one.height, two.width / two.height];
  return Math.abs(x - y) <= SAME_SHAPE * Math.max(x, y);
}

/** By id of a picture: the ids of those that turned out to be it. */
function formerOf(joined: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const former = new Map<string, string[]>();
  for (const id of joined.keys()) {
    const passed = new Set<string>();
    let at = id;
    for (let next = joined.get(at); next !== undefined && !passed.has(at); next = joined.get(at)) {
      passed.add(at);
      at = next;
    }
    former.set(at, [...(former.get(at) ?? []), id]);
  }
  return former;
}

function pictureOf(
  copies: [Seen, ...Seen[]],
  doneBefore: DoneBefore,
  former: ReadonlyMap<string, readonly string[]>,
): Picture {
  const [first] = copies;
  const best = copies.reduce((a, b) => (isBetter(b, a) ? b : a));
  const size = sizeOf(best);
  const type = typeOf(best);
  const { bytes } = best.file ?? {};
  const larger = largest(
    copies.flatMap(({ announced }) => (announced ? [announced] : [])),
    size,
  );
  const done = new Set(copies.flatMap(({ url }) => (url && doneBefore.get(url)) || []));
  return {
    id: first.id,
    copies: copies.flatMap(({ id }) => [id, ...(former.get(id) ?? [])]),
    best,
    ...(size && { size }),
    ...(bytes !== undefined && { bytes }),
    ...(type && { type }),
    host: hostOf(best.url),
    alt: copies.find(({ alt }) => alt)?.alt ?? '',
    ...(larger && { larger }),
    hasLarger: larger !== undefined || best.originals.some((url) => url !== best.url),
    isIcon: copies.every(({ isIcon }) => isIcon),
    isInSelection: copies.some(({ isInSelection }) => isInSelection),
    isGone: copies.every(({ isGone }) => isGone),
    isReadable: isReadable(best),
    doneIn: [...done],
  };
}

/** One that can be read is better, then the larger one, then one that is still there. */
function isBetter(a: Seen, b: Seen): boolean {
  if (isReadable(a) !== isReadable(b)) return isReadable(a);
  const [x, y] = [areaOf(a), areaOf(b)];
  if (x !== y) return x > y;
  return Boolean(b.isGone) && !a.isGone;
}

function areaOf(seen: Seen): number {
  const size = sizeOf(seen);
  return size ? size.width * size.height : 0;
}

/** The widest announced version, if it is larger than what is there. */
function largest(
  announced: readonly { width: number; height?: number }[],
  size: Picture['size'],
): Picture['larger'] {
  const [first, ...rest] = announced;
  if (!first) return undefined;
  const widest = rest.reduce((a, b) => (b.width > a.width ? b : a), first);
  return size && widest.width <= size.width ? undefined : widest;
}
