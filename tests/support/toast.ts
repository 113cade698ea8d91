import type { Page } from 'playwright';
import { expect } from 'vitest';

/** A node as the browser's tools describe it. */
interface Node {
  backendNodeId: number;
  nodeValue: string;
  /** Names and values in turn. */
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
}

/** Content of a toast. */
export interface ShownToast {
  /** Title and detail. */
  text: string;
  /** Labels of its buttons, without the close button. */
  buttons: string[];
}

/** The toast in a page, read through the DevTools protocol, which can read a closed shadow root. */
export async function toastIn(page: Page): Promise<ShownToast | undefined> {
  const card = await findCard(page);
  if (!card) return undefined;
  const buttons = find(card.node, (node) => attribute(node, 'data-action') !== undefined);
  await card.end();
  const [title, detail] = ['title', 'detail'].map((name) =>
    find(card.node, (node) => attribute(node, 'class') === name)
      .map(textOf)
      .join(''),
  );
  return { text: [title, detail].filter(Boolean).join(' | '), buttons: buttons.map(textOf) };
}

/** Middle of a button of the toast, px from the top left of the page's window. */
export async function placeInToast(page: Page, label: string): Promise<{ x: number; y: number }> {
  const card = await findCard(page);
  const [button] = card ? find(card.node, (node) => attribute(node, 'aria-label') === label) : [];
  if (!card || !button) throw new Error(`no ${label} in a toast`);
  const place = await card.middleOf(button);
  await card.end();
  return place;
}

/** Clicks a button of the toast at its place on the screen. */
export async function pressToast(page: Page, label: string): Promise<void> {
  const { x, y } = await placeInToast(page, label);
  await page.mouse.click(x, y);
}

/** Waits until pick mode or the chooser takes a choice: its first half second in sight hears nobody. */
export async function untilArmed(page: Page): Promise<void> {
  const count = async () => {
    const session = await page.context().newCDPSession(page);
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    await session.detach();
    return find(root, (each) => attribute(each, 'data-armed') !== undefined).length;
  };
  await expect.poll(count).toBe(1);
}

async function findCard(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const [node] = find(root, (each) => attribute(each, 'data-tone') !== undefined);
  if (!node) {
    await session.detach();
    return undefined;
  }
  return {
    node,
    async middleOf({ backendNodeId }: Node) {
      const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
      const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    },
    end: () => session.detach(),
  };
}

function find(node: Node, is: (node: Node) => boolean): Node[] {
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? [])];
  return [...(is(node) ? [node] : []), ...below.flatMap((each) => find(each, is))];
}

function attribute({ attributes = [] }: Node, name: string): string | undefined {
  const at = attributes.findIndex((each, index) => index % 2 === 0 && each === name);
  return at < 0 ? undefined : attributes[at + 1];
}

function textOf(node: Node): string {
  return node.nodeValue + (node.children ?? []).map(textOf).join('');
}
