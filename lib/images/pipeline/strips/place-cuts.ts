/** Shortest part, as a share of an even one. */
const SHORTEST = 0.5;
/** Levels of activity that a cut may be worse by, for each even length that it is nearer to its even place. */
const EVENNESS = 0.5;

export interface Cuts {
  /** px to cover, px that neighbours share. */
  long: number;
  overlap: number;
  count: number;
  /** px of the shortest and of the longest part. */
  least: number;
  most: number;
}

/**
 * Where the parts begin and end. Every two neighbours share exactly `overlap` px; together they cover
 * everything. Deterministic.
 * @param activity of each px; the shared px go where it is low. Without it the parts are equal.
 */
export function placeCuts(cuts: Cuts, activity?: ArrayLike<number>): [number, number][] {
  const starts = activity ? quietStarts(cuts, activity) : evenStarts(cuts);
  return starts.map((start, at) => [
    start,
    (starts[at + 1] ?? cuts.long - cuts.overlap) + cuts.overlap,
  ]);
}

function evenStarts({ long, overlap, count }: Cuts): number[] {
  return Array.from({ length: count }, (_, at) => Math.round((at * (long - overlap)) / count));
}

/** The starts with the least activity in all that is shared, by dynamic programming in O(count * long). */
function quietStarts(cuts: Cuts, activity: ArrayLike<number>): number[] {
  const { long, overlap, count, least, most } = cuts;
  const end = long - overlap;
  const even = end / count;
  const shortest = Math.max(1, least - overlap, Math.floor(even * SHORTEST));
  const longest = most - overlap;
  const shared = meansOf(activity, overlap, end);
  // Cost of the best way to have the n-th part start at each px, and where its predecessor starts.
  let costs = new Float64Array(end + 1).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  const ways: Int32Array[] = [];
  for (let part = 1; part <= count; part += 1) {
    const { least: best, from } = slidingLeast(costs, shortest, longest);
    ways.push(from);
    const isEnd = part === count;
    costs = best.map((cost, at) =>
      isEnd ? cost : cost + (shared[at] ?? 0) + (EVENNESS * Math.abs(at - part * even)) / even,
    );
  }
  const starts: number[] = [];
  let at = end;
  for (const from of ways.reverse()) {
    at = from[at] ?? 0;
    starts.unshift(at);
  }
  return starts;
}

/** Mean activity of the `length` px from each px on. */
function meansOf(activity: ArrayLike<number>, length: number, end: number): Float64Array {
  const means = new Float64Array(end + 1);
  let sum = 0;
  for (let at = 0; at < end + length; at += 1) {
    sum += activity[at] ?? 0;
    if (at >= length) sum -= activity[at - length] ?? 0;
    if (at >= length - 1) means[at - length + 1] = sum / length;
  }
  return means;
}

/** The least cost `shortest` to `longest` px before each px, and where it is. */
function slidingLeast(costs: Float64Array, shortest: number, longest: number) {
  const least = new Float64Array(costs.length).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(costs.length);
  /** Places with increasing costs; the first is the least. */
  const queue: number[] = [];
  let head = 0;
  for (let at = shortest; at < costs.length; at += 1) {
    const next = at - shortest;
    const cost = costs[next] ?? 0;
    while (queue.length > head && (costs[queue.at(-1) ?? 0] ?? 0) > cost) queue.pop();
    queue.push(next);
    while ((queue[head] ?? 0) < at - longest) head += 1;
    const found = queue[head] ?? 0;
    least[at] = costs[found] ?? 0;
    from[at] = found;
  }
  return { least, from };
}
