/** The compare page in tests: shown with a finished job, and the parts of its stage. */
import { screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
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
    upscaleAgain: vi.fn<CompareActions['upscaleAgain']>(),
    copyPart: vi.fn<CompareActions['copyPart']>(async () => true),
    step: vi.fn<CompareActions['step']>(),
    keep: vi.fn<CompareActions['keep']>(),
    discard: vi.fn<CompareActions['discard']>(),
    undo: vi.fn<CompareActions['undo']>(),
    chooseLeft: vi.fn<CompareActions['chooseLeft']>(),
    chooseRight: vi.fn<CompareActions['chooseRight']>(),
  } satisfies CompareActions;
}

/** The page, which remembers what was chosen as the entry point does. */
function Page(props: ComparePageProps) {
  const [choices, setChoices] = useState(props.choices);
  const onChoices = (chosen: ComparePageProps['choices']) => {
    props.onChoices(chosen);
    setChoices(chosen);
  };
  return <ComparePage {...props} choices={choices} onChoices={onChoices} />;
}

/** Shows the page with a finished job, with the given parts changed. */
export function showCompare(props: Partial<ComparePageProps> = {}) {
  const actions = recorded();
  const onChoices = vi.fn<ComparePageProps['onChoices']>();
  const language = props.language ?? 'en';
  const page = (changed: Partial<ComparePageProps>) => (
    <Page
      results={[done]}
      canUndo={false}
      choices={{ mode: 'slider', isPixelated: false }}
      onChoices={onChoices}
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
  return { ...showPage(page, language), actions, onChoices };
}

export const press = (name: string | RegExp) => screen.getByRole('button', { name });
export const slider = () => screen.getByRole('slider');
/** Its name is the stage's in English; a frame around a part of it has another one. */
export const field = () => screen.getByRole('application', { name: /^Before and after/ });
export const picture = (name: string) => screen.getByRole<HTMLImageElement>('img', { name });
export const zoom = () => screen.getByRole('toolbar').querySelector('output')?.textContent;

beforeEach(() => {
  // happy-dom lays nothing out: a stage of 1000 x 500.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500);
});
