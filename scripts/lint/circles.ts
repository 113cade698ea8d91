/** An arrow from one node to another. */
export type Arrow = readonly [from: string, to: string];

/**
 * Groups of nodes that reach each other, by Tarjan's algorithm.
 * @returns each group sorted; a node without a circle is in none
 */
export function circlesOf(arrows: Iterable<Arrow>): string[][] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of arrows) {
    if (from === to) continue;
    const targets = next.get(from) ?? new Set();
    next.set(from, targets.add(to));
  }
  const found: string[][] = [];
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];

  function visit(node: string): void {
    const own = index.size;
    index.set(node, own);
    lowest.set(node, own);
    stack.push(node);
    for (const target of next.get(node) ?? []) {
      if (!index.has(target)) visit(target);
      else if (!stack.includes(target)) continue;
      lowest.set(node, Math.min(lowest.get(node) ?? own, lowest.get(target) ?? own));
    }
    if (lowest.get(node) !== own) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) found.push(group.sort());
  }
  for (const node of next.keys()) if (!index.has(node)) visit(node);
  return found;
}
