/**
 * How often a drawing copies its own parts ("billion laughs"). A few lines can ask for 10^7 copies by
 * `<use>`, by nested patterns, masks, clips, markers and filters, or by drawings inside the drawing.
 * The thread that draws cannot be stopped, so the copies are counted first.
 */

/** Sums stop here, before they overflow. */
const ENDLESS = 1e9;
/** Nesting of drawings. Harmless ones nest icons one level deep. */
const MAX_DEPTH = 4;
/** Rules of style sheets to match. Each match walks the whole drawing. */
const MAX_RULES = 2_000;
/** Painted once, however often they are used. */
const CHEAP: ReadonlySet<string> = new Set(['linearGradient', 'radialGradient', 'stop']);
/** Attributes that copy once per element. `fill`, `stroke` and markers are inherited. */
const NOT_INHERITED = /^(?:(?:xlink:)?href|clip-path|mask(?:-image)?|filter)$/;
/** Drawn at each corner of a path. */
const AT_CORNERS = /^marker(?:-mid)?$/;
const ANIMATIONS: ReadonlySet<string> = new Set(['set', 'animate']);
const NESTED_DRAWING = /^data:\s*image\/svg/i;
const PERCENT = 0x25;
const NO_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"/>';
/** A nested drawing or style sheet that is not one whole address. */
const HIDDEN = /data:\s*(?:image\/svg|text\/css)/i;

/** Thrown for a drawing whose copies cannot be counted. Harmless ones always can be. */
class Uncountable extends Error {}

interface Measure {
  /** Elements drawn, copies included. */
  cost: number;
  /** Elements in the file. */
  elements: number;
}

/**
 * How many elements are drawn beyond those in the file. Only parses: a document without a window
 * draws, copies and loads nothing.
 * @param svg text of the drawing
 * @returns at most 10^9; Infinity for a drawing that hides its copies
 */
export function countCopies(svg: string): number {
  try {
    const { cost, elements } = measure(svg, 0);
    return cost - elements;
  } catch (error) {
    if (error instanceof Uncountable) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

function measure(svg: string, depth: number): Measure {
  if (depth > MAX_DEPTH) throw new Uncountable();
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml');
  // The browser may detect another encoding and read what fails here.
  if (drawing.getElementsByTagNameNS('*', 'parsererror').length > 0) throw new Uncountable();
  refuseInstructions(drawing);
  const all = [...drawing.getElementsByTagName('*')];
  const sizes = subtreeSizes(all);
  const edges = new Map<Element, Edge[]>();
  const own = new Map<Element, number>();
  let elements = all.length;

  const add = (element: Element, name: string, text: string) => {
    for (const target of targetsIn(text, drawing)) {
      if (CHEAP.has(target.localName)) continue;
      const times = NOT_INHERITED.test(name) ? 1 : (sizes.get(element) ?? 1);
      const corners = AT_CORNERS.test(name) ? cornersIn(element) : 0;
      const list = edges.get(element) ?? [];
      list.push({ target, times: times + corners });
      edges.set(element, list);
    }
  };

  for (const element of all) {
    for (const { name, value } of element.attributes) {
      const text = plainAddress(value);
      if (NESTED_DRAWING.test(text)) {
        const nested = measure(textOf(text), depth + 1);
        elements += nested.elements;
        own.set(element, Math.min(ENDLESS, (own.get(element) ?? 1) + nested.cost));
      } else if (HIDDEN.test(unescaped(text))) throw new Uncountable();
      else if (name === 'style') {
        for (const [property, part] of declarations(unescaped(value))) add(element, property, part);
      } else add(element, name, name.endsWith('href') ? text : unescaped(value));
    }
    refuseAnimatedLinks(element, drawing);
  }
  addRules(all, drawing, add);
  const root = drawing.documentElement;
  return { cost: costOf(root, edges, own), elements };
}

interface Edge {
  target: Element;
  times: number;
}

/** Refuses style sheets by address, which could hold anything. */
function refuseInstructions(drawing: Document): void {
  for (const node of drawing.childNodes) {
    if (node.nodeType !== Node.PROCESSING_INSTRUCTION_NODE) continue;
    if (/data:/i.test(node.nodeValue ?? '')) throw new Uncountable();
  }
}

/** Refuses links that an animation sets: no attribute shows them. */
function refuseAnimatedLinks(element: Element, drawing: Document): void {
  if (!ANIMATIONS.has(element.localName)) return;
  for (const name of ['to', 'from', 'by', 'values']) {
    for (const part of (element.getAttribute(name) ?? '').split(';')) {
      if (targetsIn(unescaped(part), drawing).length > 0) throw new Uncountable();
    }
  }
}

/** Adds the copies that style sheets ask for, with rules matched as the browser does. */
function addRules(
  all: readonly Element[],
  drawing: Document,
  add: (element: Element, property: string, text: string) => void,
): void {
  let matched = 0;
  const addAll = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) {
        for (const [property, text] of declarations(unescaped(rule.style.cssText))) {
          const isLink = targetsIn(text, drawing).some(({ localName }) => !CHEAP.has(localName));
          if (!isLink) continue;
          matched += 1;
          if (matched > MAX_RULES) throw new Uncountable();
          for (const element of matching(drawing, rule.selectorText)) add(element, property, text);
        }
      }
      if ('cssRules' in rule) addAll(rule.cssRules as CSSRuleList);
    }
  };
  for (const element of all) {
    if (element.localName !== 'style') continue;
    const text = element.textContent ?? '';
    if (HIDDEN.test(plainAddress(unescaped(text)))) throw new Uncountable();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    addAll(sheet.cssRules);
  }
}

/** Elements of a selector; every element if that is unknown, such as inside nested rules. */
function matching(drawing: Document, selector: string): Iterable<Element> {
  try {
    if (!selector.includes('&') && !selector.includes(':')) {
      return drawing.querySelectorAll(selector);
    }
  } catch {
    // An invalid selector counts as matching everything.
  }
  return drawing.getElementsByTagName('*');
}

/** Size of each subtree, its root included. */
function subtreeSizes(all: readonly Element[]): Map<Element, number> {
  const sizes = new Map<Element, number>();
  // In document order a parent precedes its children.
  for (const element of [...all].reverse()) {
    const size = (sizes.get(element) ?? 0) + 1;
    sizes.set(element, size);
    const { parentElement } = element;
    if (parentElement) sizes.set(parentElement, (sizes.get(parentElement) ?? 0) + size);
  }
  return sizes;
}

/** Upper bound: a corner takes at least two characters. */
function cornersIn(element: Element): number {
  let length = 0;
  for (const each of [element, ...element.getElementsByTagName('*')]) {
    length += (each.getAttribute('d') ?? each.getAttribute('points') ?? '').length;
  }
  return length / 2;
}

/** Cost of an element with all its copies. No recursion: a drawing may be very deep. */
function costOf(
  root: Element,
  edges: ReadonlyMap<Element, readonly Edge[]>,
  own: ReadonlyMap<Element, number>,
): number {
  const costs = new Map<Element, number>();
  const open = new Set<Element>();
  const stack = [root];
  const partsOf = (element: Element): Edge[] => [
    ...[...element.children].map((target) => ({ target, times: 1 })),
    ...(edges.get(element) ?? []),
  ];
  for (let element = stack.at(-1); element; element = stack.at(-1)) {
    if (costs.has(element)) {
      stack.pop();
      continue;
    }
    const parts = partsOf(element);
    if (!open.has(element)) {
      open.add(element);
      // An open target contains itself, which browsers do not draw.
      stack.push(...parts.map(({ target }) => target).filter((target) => !open.has(target)));
      continue;
    }
    const cost = parts.reduce(
      (sum, { target, times }) => sum + times * (costs.get(target) ?? 0),
      own.get(element) ?? 1,
    );
    costs.set(element, Math.min(ENDLESS, cost));
    stack.pop();
  }
  return costs.get(root) ?? 0;
}

/** The elements that a value refers to: `#id` alone, or any number of `url(#id)`. */
function targetsIn(text: string, drawing: Document): Element[] {
  const whole = /^\s*#(\S+)\s*$/.exec(text)?.[1];
  const inside = [...text.matchAll(/url\([\s"']*#([^"')]+)/gi)].map(([, id]) => id);
  return [whole, ...inside].flatMap((id) => {
    const target = id && drawing.getElementById(decoded(id.trim()));
    return target ? [target] : [];
  });
}

function declarations(text: string): [property: string, text: string][] {
  return text.split(';').map((part) => {
    const colon = part.indexOf(':');
    return [part.slice(0, Math.max(0, colon)).trim().toLowerCase(), part];
  });
}

/** An address without the white space that browsers drop. */
function plainAddress(text: string): string {
  return text.replace(/[\t\n\r]/g, '').trim();
}

/** Resolves CSS escapes. */
function unescaped(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, hex?: string, letter?: string) =>
    hex ? String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)) : (letter ?? ''),
  );
}

/** Decodes as browsers do: a percent sign without a number stays. */
function percentDecoded(text: string): Uint8Array<ArrayBuffer> {
  const raw = new TextEncoder().encode(text);
  const bytes = new Uint8Array(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const hex = raw[at] === PERCENT ? String.fromCharCode(...raw.subarray(at + 1, at + 3)) : '';
    const isNumber = /^[0-9a-f]{2}$/i.test(hex);
    bytes[length] = isNumber ? Number.parseInt(hex, 16) : (raw[at] ?? 0);
    length += 1;
    if (isNumber) at += 2;
  }
  return bytes.slice(0, length);
}

function decoded(text: string): string {
  return new TextDecoder().decode(percentDecoded(text));
}

/** The text of a drawing in a `data:` address. */
function textOf(address: string): string {
  const [, head = '', body = ''] = /^data:([^,]*),([\s\S]*)$/i.exec(address) ?? [];
  const plain = decoded(body.replace(/#.*$/s, ''));
  if (!/;\s*base64\s*$/i.test(head)) return plain;
  try {
    const bytes = Uint8Array.from(atob(plain.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    // No browser draws invalid base64.
    return NO_DRAWING;
  }
}
