/**
 * DOM access through the prototypes of the isolated world, which a page cannot change. Names of form fields
 * and images hide the members of forms and documents (`<input name="getAttribute">`), and elements of other
 * frames are instances of other classes.
 */
import type { Box, Point } from './geometry';

/** A root for queries. */
export type Root = Document | ShadowRoot;

/** Returns the shadow root of an element, also a closed one where the browser allows it. */
export type OpenShadow = (element: Element) => ShadowRoot | null | undefined;

export const openOnly: OpenShadow = (element) => element.shadowRoot;

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

function getter<T>(prototype: object, name: string): (self: unknown) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (self) => get?.call(self) as T;
}

export const localName = getter<string>(Element.prototype, 'localName');
export const parentNode = getter<Node | null>(Node.prototype, 'parentNode');
export const isConnected = getter<boolean>(Node.prototype, 'isConnected');
export const baseUri = getter<string>(Node.prototype, 'baseURI');
export const ownerDocument = getter<Document | null>(Node.prototype, 'ownerDocument');
export const documentElement = getter<Element | null>(Document.prototype, 'documentElement');
export const viewOf = getter<(Window & typeof globalThis) | null>(
  Document.prototype,
  'defaultView',
);
/** The inline style of an element of HTML. */
export const styleOf = getter<CSSStyleDeclaration>(HTMLElement.prototype, 'style');
const namespaceUri = getter<string | null>(Element.prototype, 'namespaceURI');
const nodeType = getter<number>(Node.prototype, 'nodeType');

export function isElement(node: unknown): node is Element {
  return node instanceof Node && nodeType(node) === Node.ELEMENT_NODE;
}

export function isHtml<K extends keyof HTMLElementTagNameMap>(
  element: Element,
  name: K,
): element is HTMLElementTagNameMap[K] {
  return localName(element) === name && namespaceUri(element) === HTML;
}

export function isSvg<K extends keyof SVGElementTagNameMap>(
  element: Element,
  name: K,
): element is SVGElementTagNameMap[K] {
  return localName(element) === name && namespaceUri(element) === SVG;
}

export function isOfSvg(element: Element): element is SVGElement {
  return namespaceUri(element) === SVG;
}

export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function boxOf(element: Element): Box {
  const { x, y, width, height } = Element.prototype.getBoundingClientRect.call(element);
  return { x, y, width, height };
}

/** A list of the moment. It makes each element an object of ours only when it is asked for. */
export function queryList(root: Root | Element, selector: string): NodeListOf<Element> {
  const prototype =
    nodeType(root) === Node.ELEMENT_NODE
      ? Element.prototype
      : nodeType(root) === Node.DOCUMENT_NODE
        ? Document.prototype
        : DocumentFragment.prototype;
  return prototype.querySelectorAll.call(root, selector);
}

export function queryAll(root: Root | Element, selector: string): Element[] {
  return Array.from(queryList(root, selector));
}

/** Whether an element holds one of this name. Browsers remember the answer until the document changes. */
export function holds(element: Element, name: string): boolean {
  return Element.prototype.getElementsByTagName.call(element, name).length > 0;
}

const firstOfElement = getter<Element | null>(Element.prototype, 'firstElementChild');
const firstOfDocument = getter<Element | null>(Document.prototype, 'firstElementChild');
const firstOfFragment = getter<Element | null>(DocumentFragment.prototype, 'firstElementChild');
const next = getter<Element | null>(Element.prototype, 'nextElementSibling');

export function* childrenOf(parent: Root | Element): Generator<Element> {
  const type = nodeType(parent);
  const first =
    type === Node.ELEMENT_NODE
      ? firstOfElement(parent)
      : type === Node.DOCUMENT_NODE
        ? firstOfDocument(parent)
        : firstOfFragment(parent);
  for (let child = first; child; child = next(child)) yield child;
}

/** The document or shadow root of an element. */
export function rootOf(element: Element): Node {
  return Node.prototype.getRootNode.call(element);
}

/** Every element at a point, front to back. Skips elements with `pointer-events: none`. */
export function elementsAt(root: Root, x: number, y: number): Element[] {
  const prototype =
    nodeType(root) === Node.DOCUMENT_NODE ? Document.prototype : ShadowRoot.prototype;
  return prototype.elementsFromPoint.call(root, x, y);
}

/**
 * The elements at a point of the view, front to back, through shadow roots. Hit testing in a shadow root may return its
 * host again.
 */
export function hitsAt(
  root: Root,
  { x, y }: Point,
  openShadow: OpenShadow,
  hits: Set<Element> = new Set(),
  roots: Set<Root> = new Set(),
): Element[] {
  roots.add(root);
  for (const element of elementsAt(root, x, y)) {
    const shadow = openShadow(element);
    if (shadow && !roots.has(shadow)) hitsAt(shadow, { x, y }, openShadow, hits, roots);
    hits.add(element);
  }
  return [...hits];
}

/** The parent; for the top of a shadow root, its host. */
export function parentElement(element: Element): Element | undefined {
  const parent = parentNode(element);
  if (!parent) return undefined;
  if (nodeType(parent) === Node.ELEMENT_NODE) return parent as Element;
  return nodeType(parent) === Node.DOCUMENT_FRAGMENT_NODE
    ? ((parent as ShadowRoot).host as Element | undefined)
    : undefined;
}

/** The element and its ancestors in its document, innermost first. */
export function* withAncestors(element: Element): Generator<Element> {
  for (let at: Element | undefined = element; at; at = parentElement(at)) yield at;
}

export function create<K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] {
  return Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[K];
}

export const activeElement = getter<Element | null>(Document.prototype, 'activeElement');
export const scrollingElement = getter<Element | null>(Document.prototype, 'scrollingElement');
export const visibilityState = getter<DocumentVisibilityState>(
  Document.prototype,
  'visibilityState',
);
