/** The compare page in tests: shown with a finished job, and the parts of its stage. */
import { screen } from '@testing-library/preact';
import { beforeEach, vi } from 'vitest';
import type { CompareActions } from '@/components/compare/actions';
import { ComparePage, type ComparePageProps } from '@/components/compare/page';
import { messagesFor } from '@/lib/i18n/all-messages';
import type { Fidelity } from '@/lib/images/quality/fidelity';
import { ENDED, NOW, sampleJob } from './jobs';
import { showPage } from './show';

/** A finished job. */
export const done = ENDED.done ?? sampleJob();

/** The result shows the same picture. */
const FAITHFUL: Fidelity = {
  verdict: 'faithful',
  structure: 0.976,
  colour: 0.84,
  share: 0,
  map: { columns: 2, rows: 1, across: 2, down: 1, levels: [0, 0.1] },
};
/** The result differs on the right. */
export const DIFFERS: Fidelity = {
  verdict: 'differs',
  structure: 0.9,
  colour: 3.1,
  share: 0.031,
  worst: { x: 0.75, y: 0.5 },
  map: { columns: 2, rows: 1, across: 2, down: 1, levels: [0, 0.9] },
};

function recorded() {
  return {
    save: vi.fn<CompareActions['save']>(),
    saveAs: vi.fn<CompareActions['saveAs']>(),
    copy: vi.fn<CompareActions['copy']>(async () => true),
    open: vi.fn<CompareActions['open']>(),
    openPage: vi.fn<CompareActions['openPage']>(),
    again: vi.fn<CompareActions['again']>(),
  } satisfies CompareActions;
}

/** Shows the page with a finished job, with the given parts changed. */
export function showCompare(props: Partial<ComparePageProps> = {}) {
  const actions = recorded();
  const language = props.language ?? 'en';
  const page = (changed: Partial<ComparePageProps>) => (
    <ComparePage
      job={done}
      before="blob:before"
      after="blob:after"
      check={{ flaws: [], fidelity: FAITHFUL }}
      canOpen
      canRepeat
      costOf={() => undefined}
      now={NOW}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      {...props}
      {...changed}
    />
  );
  return { ...showPage(page, language), actions };
}

export const press = (name: string | RegExp) => screen.getByRole('button', { name });
export const slider = () => screen.getByRole('slider');
export const field = () => screen.getByRole('application');
export const picture = (name: string) => screen.getByRole<HTMLImageElement>('img', { name });
export const zoom = () => screen.getByRole('toolbar').querySelector('output')?.textContent;

beforeEach(() => {
  // happy-dom lays nothing out: a stage of 1000 x 500.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500);
});
