import type { CDPSession, Locator, Page } from 'playwright';

interface TreeNode {
  nodeId: number;
  nodeType: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: TreeNode[];
  shadowRoots?: (TreeNode & { shadowRootType?: string })[];
  contentDocument?: TreeNode;
}

/** What a page of Chromium consists of, as its own scripts cannot see it: with closed shadow roots and frames. */
export interface PageTree {
  /** Every node but our overlays, in document order. Addresses of `blob:` are all the same. */
  lines(): Promise<string[]>;
  /** Whether something of ours on an element is named by a sentence. */
  isNamedOn(element: Locator, sentence: string): Promise<boolean>;
}

export function pageTree(page: Page): PageTree {
  async function read<T>(use: (root: TreeNode, session: CDPSession) => Promise<T> | T): Promise<T> {
    const session = await page.context().newCDPSession(page);
    try {
      await session.send('DOM.enable');
      const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
      return await use(root as TreeNode, session);
    } finally {
      await session.detach();
    }
  }

  return {
    lines: () => read((root) => [...linesOf(root)]),
    async isNamedOn(element, sentence) {
      const box = await element.boundingBox();
      if (!box) return false;
      return read(async (root, session) => {
        for (const { nodeId, attributes = [] } of within(root)) {
          if (!attributes.includes(sentence)) continue;
          const answer = await session.send('DOM.getBoxModel', { nodeId }).catch(() => undefined);
          const [x = -1, y = -1] = answer?.model.border ?? [];
          const [left, top] = [x - box.x, y - box.y];
          if (left >= 0 && top >= 0 && left < box.width && top < box.height) return true;
        }
        return false;
      });
    },
  };
}

function* within(node: TreeNode): Generator<TreeNode> {
  yield node;
  for (const child of childrenOf(node)) yield* within(child);
}

function childrenOf({ children = [], shadowRoots = [], contentDocument }: TreeNode): TreeNode[] {
  const roots = shadowRoots.filter(({ shadowRootType }) => shadowRootType !== 'user-agent');
  return [...roots, ...children, ...(contentDocument ? [contentDocument] : [])];
}

/** Ours have a closed root and nothing else that pages give their popovers. */
function isOverlay({ attributes = [], shadowRoots = [], children = [] }: TreeNode): boolean {
  const isPopover = attributes[0] === 'popover' && attributes.length <= 4;
  return isPopover && children.length === 0 && shadowRoots[0]?.shadowRootType === 'closed';
}

function* linesOf(node: TreeNode, depth = 0): Generator<string> {
  if (isOverlay(node)) return;
  const { nodeName, nodeValue, attributes = [] } = node;
  const line = [depth, nodeName, nodeValue, JSON.stringify(attributes)].join(' ');
  yield line.replaceAll(/blob:[^"\s]+/g, 'blob:');
  for (const child of childrenOf(node)) yield* linesOf(child, depth + 1);
}
