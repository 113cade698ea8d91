import axe from 'axe-core';
import type { Page } from 'playwright';

/** What is used of axe's answer. */
interface AxeAnswer {
  violations: { id: string; help: string; nodes: { target: unknown[] }[] }[];
}

/** Rules of WCAG 2.0 to 2.2, levels A and AA, and axe's best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One sentence per fault that axe finds in a page. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Through the debugger: the policy of our pages lets no foreign script in.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run(o: object): Promise<AxeAnswer> } }).axe.run({
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
      }),
    TAGS,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
}
