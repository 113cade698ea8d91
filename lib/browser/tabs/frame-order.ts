/** What a frame tells of its reading order. */
export interface OrderedFrame {
  /** Indexes in `window.frames` from the top document down to it; absent if unknown. */
  path?: readonly number[];
  /** Ids of pictures, and `frame:<index>` for a child frame. */
  order: readonly string[];
  /** Addresses of its child frames in shadow roots: those with the indexes from 100 on. */
  hiddenFrames?: readonly string[];
  ownUrl?: string;
}

/** Index of the first child frame in a shadow root; the same as in lib/page/collect/collected.ts. */
const FIRST_HIDDEN = 100;

/**
 * Joins the reading orders of the frames of a tab: a child frame stands where its parent shows it, and last if that is
 * not known. A frame in a shadow root is known by its address only: of several with the same one, the frame that came
 * first stands where the address comes first.
 * @param frames the top frame first
 * @param last ids in the last order: those that no frame names any more stay after what preceded them
 * @param isKnown whether a picture still counts
 * @returns ids, each once
 */
export function joinOrders(
  frames: readonly OrderedFrame[],
  last: readonly string[],
  isKnown: (id: string) => boolean,
): string[] {
  const byPath = new Map(
    frames.flatMap((frame) => (frame.path ? [[frame.path.join('.'), frame]] : [])) as [
      string,
      OrderedFrame,
    ][],
  );
  const joined = new Set<string>();
  const visited = new Set<OrderedFrame>();
  const childAt = (frame: OrderedFrame, index: number): OrderedFrame | undefined => {
    const address = frame.hiddenFrames?.[index - FIRST_HIDDEN];
    if (address === undefined) return frame.path && byPath.get([...frame.path, index].join('.'));
    return frames.find(
      (one) => !one.path && !visited.has(one) && withoutHash(one.ownUrl) === withoutHash(address),
    );
  };
  const visit = (frame: OrderedFrame): void => {
    if (visited.has(frame)) return;
    visited.add(frame);
    for (const entry of frame.order) {
      const index = /^frame:(\d+)$/.exec(entry)?.[1];
      const child = index === undefined ? undefined : childAt(frame, Number(index));
      if (child) visit(child);
      else if (index === undefined && isKnown(entry)) joined.add(entry);
    }
  };
  for (const frame of frames) if (!frame.path || frame.path.length === 0) visit(frame);
  for (const frame of frames) visit(frame);
  return withFormer([...joined], last, isKnown);
}

const withoutHash = (address: string | undefined) => address?.replace(/#.*$/s, '');

/** Puts the ids that are missing after those that preceded them. */
function withFormer(
  joined: readonly string[],
  last: readonly string[],
  isKnown: (id: string) => boolean,
): string[] {
  const has = new Set(joined);
  const after = new Map<string | undefined, string[]>();
  let previous: string | undefined;
  for (const id of last) {
    if (has.has(id)) previous = id;
    else if (isKnown(id)) after.set(previous, [...(after.get(previous) ?? []), id]);
  }
  return [undefined, ...joined].flatMap((id) => [
    ...(id === undefined ? [] : [id]),
    ...(after.get(id) ?? []),
  ]);
}
