import axe from 'axe-core';
import type { Page } from 'playwright';

/** What is used of axe's answer. */
interface AxeAnswer {
  violations: { id: string; help: string; nodes: { target: unknown[] }[] }[];
}

/** Rules of WCAG 2.0 to 2.2, levels A and AA, and axe's best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What depends on the colour scheme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * One sentence per fault that axe finds in a page.
 * @param only `colours` looks at those alone, in a page that has been looked at in another scheme
 */
export async function axeFaults(page: Page, only?: 'colours'): Promise<string[]> {
  // Through the debugger: the policy of our pages lets no foreign script in.
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: { run(o: object): Promise<AxeAnswer> } }).axe.run({
        runOnly,
        resultTypes: ['violations'],
        // Our browsers put the keyboard on what scrolls and has no control; `walkByTab` sees to it.
        rules: { 'scrollable-region-focusable': { enabled: false } },
      }),
    only === 'colours' ? { type: 'rule', values: COLOUR_RULES } : { type: 'tag', values: TAGS },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
}
