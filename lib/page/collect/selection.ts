import { type OpenShadow, queryList, type Root, rootOf } from '../find/dom';
import { mayHost } from '../find/top-layer';

/** An end of a selection: an empty range in the innermost root, and the hosts around it, innermost first. */
interface Edge {
  range: Range;
  hosts: Element[];
}

type Composed = Selection & {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
};

const MAX_RANGES = 50;
const MAX_ROOTS = 1_000;
/** Most elements among which shadow roots are looked for. */
const MAX_ELEMENTS = 50_000;

/**
 * What is selected in a document now, also across shadow roots.
 * @returns whether an element lies in that, at any later time
 */
export function selectedNow(of: Document, openShadow: OpenShadow): (element: Element) => boolean {
  const edges = rangesOf(of, openShadow).flatMap((range) => {
    const start = edgeOf(of, range.startContainer, range.startOffset);
    const end = edgeOf(of, range.endContainer, range.endOffset);
    return start && end ? [{ start, end }] : [];
  });
  if (edges.length === 0) return () => false;
  const scratch: Range = Document.prototype.createRange.call(of);
  return (element) =>
    edges.some(
      ({ start, end }) =>
        sideOf(element, start, scratch) >= 0 && sideOf(element, end, scratch) <= 0,
    );
}

function rangesOf(of: Document, openShadow: OpenShadow): AbstractRange[] {
  const selection = Document.prototype.getSelection.call(of) as Composed | null;
  if (!selection || selection.rangeCount === 0) return [];
  // Firefox selects several cells or places at once.
  const count = Math.min(selection.rangeCount, MAX_RANGES);
  const composed = count === 1 ? composedRange(selection, of, openShadow) : undefined;
  if (composed) return [composed];
  const ranges = Array.from({ length: count }, (_, at) => selection.getRangeAt(at));
  return ranges.filter(({ collapsed }) => !collapsed);
}

/** Chromium tells the places in shadow roots only to those who name the roots. */
function composedRange(
  selection: Composed,
  of: Document,
  openShadow: OpenShadow,
): StaticRange | undefined {
  if (!selection.getComposedRanges) return undefined;
  try {
    const shadowRoots = shadowRootsIn(of, openShadow);
    const [range] = selection.getComposedRanges({ shadowRoots });
    return range && !range.collapsed ? range : undefined;
  } catch {
    // Older browsers take the roots in another form.
    return undefined;
  }
}

function shadowRootsIn(of: Document, openShadow: OpenShadow): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const roots: Root[] = [of];
  let count = 0;
  for (let root = roots.pop(); root; root = roots.pop()) {
    for (const element of queryList(root, '*')) {
      count += 1;
      if (count > MAX_ELEMENTS || found.length >= MAX_ROOTS) return found;
      const shadow = mayHost(element) ? openShadow(element) : undefined;
      if (!shadow) continue;
      found.push(shadow);
      roots.push(shadow);
    }
  }
  return found;
}

function edgeOf(of: Document, node: Node, offset: number): Edge | undefined {
  try {
    const range: Range = Document.prototype.createRange.call(of);
    range.setStart(node, offset);
    range.collapse(true);
    return { range, hosts: hostsAround(node) };
  } catch {
    // The node has lost what the offset counts.
    return undefined;
  }
}

/** The hosts of the shadow roots around a node, innermost first. */
function hostsAround(node: Node): Element[] {
  const hosts: Element[] = [];
  let root: Node = Node.prototype.getRootNode.call(node);
  while (root instanceof ShadowRoot) {
    hosts.push(root.host);
    root = rootOf(root.host);
  }
  return hosts;
}

/** Whether an element lies before an end (-1), around it (0) or after it (1). */
function sideOf(element: Element, { range, hosts }: Edge, scratch: Range): number {
  const inner = rootOf(range.startContainer as Element);
  for (const at of [element, ...hostsAround(element)]) {
    const root = rootOf(at);
    if (root === inner) return sideOfRange(at, range, scratch);
    const host = hosts.find((one) => rootOf(one) === root);
    if (host) return sideOfHost(at, host);
  }
  return -1;
}

function sideOfRange(element: Element, edge: Range, scratch: Range): number {
  try {
    scratch.selectNode(element);
    if (edge.compareBoundaryPoints(Range.START_TO_START, scratch) <= 0) return 1;
    return edge.compareBoundaryPoints(Range.END_TO_END, scratch) >= 0 ? -1 : 0;
  } catch {
    // One of them has left the document.
    return -1;
  }
}

function sideOfHost(element: Element, host: Element): number {
  if (host === element) return 0;
  const where = Node.prototype.compareDocumentPosition.call(host, element);
  if (where & (Node.DOCUMENT_POSITION_CONTAINS | Node.DOCUMENT_POSITION_CONTAINED_BY)) return 0;
  return where & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
}
