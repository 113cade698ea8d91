import type { Page } from 'playwright';

/**
 * What is lost in forced colours (Windows' contrast themes), where backgrounds and shadows are taken away:
 * one sentence per fault, empty when all is well. The page must be shown in forced colours.
 */
export function lostInForcedColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults = new Set<string>();
    const all = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((each) =>
        each.checkVisibility(),
      );
    const fillOf = (element: Element) => getComputedStyle(element).backgroundColor;
    const isClear = (colour: string) => colour.endsWith(', 0)') || colour === 'transparent';
    /** What is seen: clear over black is black. */
    const behind = (element: Element | null): string => {
      for (let each = element; each; each = each.parentElement)
        if (!isClear(fillOf(each))) return fillOf(each);
      return fillOf(document.documentElement);
    };
    const isEdged = (element: Element) => {
      const style = getComputedStyle(element);
      const isDrawn = (line: string, width: string, colour: string) =>
        line !== 'none' && Number.parseFloat(width) >= 1 && colour !== behind(element);
      return (
        isDrawn(style.outlineStyle, style.outlineWidth, style.outlineColor) ||
        isDrawn(style.borderTopStyle, style.borderTopWidth, style.borderTopColor)
      );
    };

    if (!matchMedia('(forced-colors: active)').matches) faults.add('colours are not forced');
    // A radio button that is drawn by its label: the chosen one is filled, or is seen itself.
    for (const input of all('input.visually-hidden[type="radio"]') as HTMLInputElement[]) {
      const label = input.closest('label');
      if (!label || !input.checked) continue;
      const others = all(`input[name="${input.name}"]`)
        .filter((each) => each !== input)
        .map((each) => each.closest('label') ?? each);
      if (others.some((other) => behind(other) === behind(label)))
        faults.add(`${label.className} does not show which is chosen`);
    }
    for (const pressed of all('button[aria-pressed="true"]')) {
      const others = all('button[aria-pressed="false"]');
      if (others.some((other) => behind(other) === behind(pressed)))
        faults.add(`${pressed.className} does not show that it is pressed`);
    }
    for (const on of all('[role="switch"][aria-checked="true"]')) {
      const colourOf = (each: Element) => getComputedStyle(each, '::before').backgroundColor;
      const others = all('[role="switch"][aria-checked="false"]');
      if (others.some((off) => colourOf(off) === colourOf(on)))
        faults.add(`${on.className} does not show that it is on`);
    }
    for (const bar of all('[role="progressbar"], [aria-current="step"]'))
      if (!isEdged(bar)) faults.add(`${bar.className || bar.tagName} has no boundary`);
    for (const icon of document.querySelectorAll('svg.icon'))
      if (icon.checkVisibility() && getComputedStyle(icon).stroke === behind(icon))
        faults.add(`the icon of ${icon.parentElement?.className} is not seen`);
    return [...faults];
  });
}
