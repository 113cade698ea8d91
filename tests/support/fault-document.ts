import { RULES, rulesFor } from './fault-table';
import { FAULT_NAMES, MORE_ABROAD, type Outcome, PLACES, PLACES_ABROAD } from './faults';
import { NUMBERS, REFUSAL_CODES, REFUSAL_PLACES, refusalOutcome } from './refusal-table';

const HEAD = `# Faults

The outcome of a job at Jimeng when one thing goes wrong. [\`lib/jobs/engine/fault-matrix.test.ts\`](../lib/jobs/engine/fault-matrix.test.ts)
runs every cell of these tables in virtual time against the simulator, twice: the fault happens once, and it
happens every time for three hours. [The last part](#at-dreamina) says what differs at Dreamina.

This file is generated from [\`tests/support/fault-table.ts\`](../tests/support/fault-table.ts) and
[\`refusal-table.ts\`](../tests/support/refusal-table.ts), which contain the reasons. Change those, then run

\`\`\`sh
npx vitest run --project unit lib/jobs/engine/fault-matrix.test -u
\`\`\`

In every cell, at most one order is accepted, unless the previous one ended without an image. No job is lost. "No
charge" appears only when the service accepted nothing. No job contains a key or a session. When all is well again, one
button leads to the image without repeating an accepted order.

How to read a cell: **done** means that the job finished by itself. **wait: reason** means that it continues when the
reason is gone. **checks** means that it keeps polling for an order that got no answer. Any other cell is the code it
fails with, and whether it may have been **charged** or was **free**. "Done" before a fault means that the service did
the work and only its answer was lost.`;

const SHORT: Partial<Record<Outcome, string>> = { 'keeps checking': 'checks' };

function short(outcome: Outcome): string {
  return (
    SHORT[outcome] ??
    outcome
      .replace('waits: ', 'wait: ')
      .replace('fails: ', '')
      .replace(', no charge', ' (free)')
      .replace(', maybe charged', ' (charged?)')
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, at) =>
    Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function faultTable(mode: 'once' | 'always'): string {
  const rows = FAULT_NAMES.map((fault) => [
    fault,
    ...PLACES.map((place) => {
      const rule = rulesFor(fault, place)[0];
      return rule ? short(rule[mode]) : '?';
    }),
  ]);
  return table(['Fault', ...PLACES], rows);
}

function reasons(): string {
  const rows = RULES.map(({ at, always, why }) => [
    at.length === PLACES_ABROAD.length ? 'everywhere' : at.join(', '),
    short(always),
    why,
  ]);
  return table(['At', 'In the end', 'Because'], rows);
}

function refusalTable(mode: 'once' | 'always'): string {
  const rows = REFUSAL_CODES.map((code) => [
    code,
    ...REFUSAL_PLACES.map((place) => short(refusalOutcome(code, place)[mode])),
  ]);
  return table(['Meaning', ...REFUSAL_PLACES], rows);
}

function numbers(): string {
  return table(
    ['Meaning', 'Numbers'],
    REFUSAL_CODES.map((code) => [code, NUMBERS[code].join(', ')]),
  );
}

const AT_DREAMINA = `## At Dreamina

[\`fault-matrix-dreamina.test.ts\`](../lib/jobs/engine/fault-matrix-dreamina.test.ts) runs all of the above at Dreamina,
where the page sends every order. One cell in twelve runs with each \`npm test\`, all of them with \`npm run test:full\`.
Each cell has the outcome that it has at Jimeng, with one exception: the numbers of \`page-signature-missing\` mean
risk-control (free) in the answer to an order, too.

Two reads come before an order. **workspaces** lists the workspaces, and shows to which cluster the login belongs.
**page** asks the history from the page, and shows that the page signs. A refusal of either by number has the outcome of
one at the token.

A page that does not get ready, or has left when the order comes, ends in page-unavailable (free). An order that is
denied with 1015 goes to no other cluster. [\`dreamina.test.ts\`](../lib/jobs/engine/dreamina.test.ts) has both.`;

function tableAbroad(): string {
  const rows = FAULT_NAMES.map((fault) => [
    fault,
    ...MORE_ABROAD.flatMap((place) => {
      const rule = rulesFor(fault, place)[0];
      return rule ? [short(rule.always), short(rule.once)] : ['?', '?'];
    }),
  ]);
  const head = MORE_ABROAD.flatMap((place) => [`${place}, every time`, `${place}, once`]);
  return table(['Fault', ...head], rows);
}

/** The text of docs/FAULTS.md. */
export function faultsDocument(): string {
  return [
    HEAD,
    '## Every time',
    faultTable('always'),
    '## Once',
    faultTable('once'),
    '## Why',
    reasons(),
    '## Refusals by number',
    'The same numbers come as `ret` and as `fail_code`. Each runs once at each place, and one of each meaning runs every time.',
    numbers(),
    '### Refused every time',
    refusalTable('always'),
    '### Refused once',
    refusalTable('once'),
    AT_DREAMINA,
    tableAbroad(),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
