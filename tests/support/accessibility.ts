import type { Page } from 'playwright';

/**
 * Rules of WCAG 2.2 AA that can be measured in a page and that axe leaves open or to the eye. Each answers
 * with one sentence per fault; empty when all is well.
 */

/** Everything that takes clicks and keys. */
const CONTROLS =
  'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=slider], [role=menuitem], [tabindex="0"]';

/** Smallest side of a target, CSS px (2.5.8). */
const TARGET = 24;

/** 4.1.2: what can be operated has a name, as a screen reader would say it. */
export async function withoutName(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored, properties }) => {
      const isFocusable = properties?.some(
        ({ name, value }) => name === 'focusable' && value.value,
      );
      return !ignored && isFocusable;
    })
    .filter(({ role }) => !['RootWebArea', 'WebArea', 'generic'].includes(role?.value))
    .filter(({ name }) => String(name?.value ?? '').trim() === '')
    .map(({ role }) => `a ${role?.value} has no name`);
}

/** 1.4.3: text against the colours behind it. Text over pictures is left out: nothing can be computed. */
export function tooFaint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Colour = [number, number, number, number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const seen = new Map<string, Colour>();
    /** The browser's own reading of any notation, each part 0 to 1. */
    const colourOf = (css: string): Colour => {
      const known = seen.get(css);
      if (known) return known;
      if (!canvas) throw new Error('no canvas');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const colour: Colour = [r / 255, g / 255, b / 255, a / 255];
      seen.set(css, colour);
      return colour;
    };
    const over = (top: Colour, below: Colour): Colour => {
      const mix = (at: 0 | 1 | 2) => top[at] * top[3] + below[at] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const luminance = ([r, g, b]: Colour) => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((part) =>
        part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    /** The colours behind an element, or undefined where a picture is among them. */
    const backdrop = (element: Element): Colour | undefined => {
      const layers: Colour[] = [];
      for (let each: Element | null = element; each; each = each.parentElement) {
        const style = getComputedStyle(each);
        if (style.backgroundImage !== 'none') return undefined;
        const colour = colourOf(style.backgroundColor);
        layers.push(colour);
        if (colour[3] === 1) break;
        // Lifted out of its parents: what lies behind is not among them.
        if (style.position === 'absolute' && each !== element && colour[3] > 0) return undefined;
      }
      const canvasColour = colourOf(getComputedStyle(document.body).backgroundColor);
      return layers.reduceRight((below, top) => over(top, below), canvasColour);
    };
    const faults = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent?.trim();
      const element = node.parentElement;
      if (!words || !element || element.closest('svg, option, :disabled, .visually-hidden'))
        continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const style = getComputedStyle(element);
      const behind = backdrop(element);
      if (!behind) continue;
      let opacity = 1;
      for (let each: Element | null = element; each; each = each.parentElement)
        opacity *= Number(getComputedStyle(each).opacity);
      const [r, g, b, a] = colourOf(style.color);
      const [light = 0, dark = 0] = [over([r, g, b, a * opacity], behind), behind]
        .map(luminance)
        .sort((x, y) => y - x);
      const ratio = (light + 0.05) / (dark + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (isLarge ? 3 : 4.5))
        faults.add(`"${words.slice(0, 40)}" (${element.className}) has ${ratio.toFixed(2)} : 1`);
    }
    return [...faults];
  });
}

/** 2.5.8: targets are large enough, or far enough from each other. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(
    ([controls, least]) => {
      /** A hidden box or file chooser is operated through its label. */
      const targetOf = (control: Element) =>
        (control instanceof HTMLInputElement && control.closest('label')) || control;
      const operable = [...document.querySelectorAll<HTMLElement>(controls)].filter(
        // What the keyboard passes over is operated by another control.
        (control) => control.tabIndex >= 0 || control.role === 'menuitem',
      );
      const all = [...new Set(operable.map(targetOf))]
        .filter((target) => target.checkVisibility())
        .map((target) => ({ target, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height > 0);
      const isSmall = (box: DOMRect) => box.width < least - 0.5 || box.height < least - 0.5;
      return all
        .filter(({ target, box }) => {
          if (!isSmall(box)) return false;
          // A link in a sentence is as high as the sentence.
          if (target.tagName === 'A' && getComputedStyle(target).display === 'inline') return false;
          const x = box.x + box.width / 2;
          const y = box.y + box.height / 2;
          return all.some(({ target: other, box: near }) => {
            if (other === target || other.contains(target) || target.contains(other)) return false;
            const dx = Math.max(near.left - x, 0, x - near.right);
            const dy = Math.max(near.top - y, 0, y - near.bottom);
            return Math.hypot(dx, dy) < least / 2;
          });
        })
        .map(
          ({ target, box }) =>
            `${target.className || target.tagName} is ${box.width.toFixed()} x ${box.height.toFixed()} px`,
        );
    },
    [CONTROLS, TARGET] as const,
  );
}

/** 1.4.10: nothing has to be scrolled sideways, and nothing but names is cut off. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth)
      faults.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      // A magnified picture is meant to be moved about.
      if (element.closest('svg, .visually-hidden, .compare-stage') || !element.checkVisibility())
        continue;
      const box = element.getBoundingClientRect();
      const isOperable = element.matches('button, a, input, select, textarea, summary');
      if (isOperable && box.width > 1 && (box.right > innerWidth + 1 || box.left < -1))
        faults.push(`${element.className || element.tagName} reaches out of the window`);
      // Names come from pages and have no bounds; their row says the rest.
      if (element.matches('.job-card__name, .compare__name, .button__words, h1, input')) continue;
      const { overflowX } = getComputedStyle(element);
      if (
        overflowX !== 'visible' &&
        overflowX !== 'auto' &&
        element.scrollWidth > element.clientWidth + 1
      )
        faults.push(`${element.className || element.tagName} is cut off`);
    }
    return [...new Set(faults)];
  });
}

/** What the Tab key does in a page, from its beginning to its end. */
interface TabWalk {
  /** Places in the order of the page that the keyboard stopped at. */
  stops: number[];
  /** Controls that the keyboard should stop at, and did not. */
  missed: string[];
  /** Stops where nothing shows that the keyboard is there, or where something covers it. */
  unseen: string[];
}

/** 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11: the Tab key reaches every control, in order, visibly, and leaves again. */
async function walkByTab(page: Page): Promise<TabWalk> {
  const expected = await page.evaluate((controls) => {
    // Where the keyboard was last is where Tab goes on from: back to the beginning.
    const beginning = document.createElement('span');
    beginning.tabIndex = -1;
    document.body.prepend(beginning);
    beginning.focus();
    beginning.remove();
    const groups = new Set<string>();
    const isStop = (element: HTMLElement) => {
      if (element.tabIndex < 0 || !element.checkVisibility() || element.matches(':disabled'))
        return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      // Of a group of radio buttons, the keyboard stops at the chosen one.
      const group = document.querySelectorAll<HTMLInputElement>(`input[name="${element.name}"]`);
      const isAnyChosen = [...group].some(({ checked }) => checked);
      if (isAnyChosen ? !element.checked : groups.has(element.name)) return false;
      groups.add(element.name);
      return true;
    };
    /** What scrolls and has no control takes the keyboard itself. */
    const isLoneScroller = (element: HTMLElement) =>
      element.scrollHeight > element.clientHeight + 1 &&
      getComputedStyle(element).overflowY === 'auto' &&
      element.checkVisibility() &&
      !element.matches(controls) &&
      ![...element.querySelectorAll<HTMLElement>(controls)].some((each) => each.tabIndex >= 0);
    const stops = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) =>
      element.matches(controls) ? isStop(element) : isLoneScroller(element),
    );
    for (const [at, element] of stops.entries()) element.dataset.stop = String(at);
    return stops.map(
      (element) => element.ariaLabel || element.textContent || element.className || element.tagName,
    );
  }, CONTROLS);

  const stops: number[] = [];
  const unseen: string[] = [];
  for (let presses = 0; presses < expected.length + 5; presses += 1) {
    await page.keyboard.press('Tab');
    const { at, fault } = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return { at: -1 };
      const box = (element.closest('label') ?? element).getBoundingClientRect();
      const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const around = element.closest('label')?.parentElement ?? element.parentElement;
      const isCovered =
        !hit || !(element.contains(hit) || hit.contains(element) || around?.contains(hit));
      const places: Element[] = [element, ...element.querySelectorAll('*')];
      for (let each = element.parentElement, up = 0; each && up < 3; up += 1) {
        places.push(each);
        each = each.parentElement;
      }
      const isMarked = places.some((each) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      });
      const name = element.ariaLabel || element.textContent || element.className;
      const fault = isCovered
        ? `${name} is covered`
        : isMarked
          ? undefined
          : `${name} shows no focus`;
      // What scrolls takes the keyboard to be scrolled, and has no place among the controls.
      const isScroller = element.scrollHeight > element.clientHeight && !element.dataset.stop;
      return { at: Number(element.dataset.stop ?? (isScroller ? -3 : -2)), fault };
    });
    if (at === -1) break;
    if (at === -3) continue;
    // A row that was drawn when the list moved: everything that was there before has been passed.
    if (at === -2 && stops.length === expected.length) break;
    if (fault) unseen.push(fault);
    if (stops.includes(at)) break;
    stops.push(at);
  }
  const missed = expected.filter((_, at) => !stops.includes(at));
  return { stops, missed, unseen };
}

/** What is wrong on the way of the Tab key through a page. */
export async function lostOnTheWay(page: Page): Promise<string[]> {
  const { stops, missed, unseen } = await walkByTab(page);
  const isInOrder = stops.every((at, index) => index === 0 || at > (stops[index - 1] ?? 0));
  return [
    ...missed.map((name) => `${name} is not reached`),
    ...unseen,
    ...(isInOrder ? [] : [`the order is ${stops}`]),
  ];
}
