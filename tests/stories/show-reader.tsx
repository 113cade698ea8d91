/** The reader in tests: a chapter whose pages and window have sizes. */
import { beforeEach, vi } from 'vitest';
import { ReaderPage, type ReaderPageProps } from '@/components/reader/page';
import type { Leaf, LeafPicture, ReaderActions } from '@/components/reader/view';
import { messagesFor } from '@/lib/i18n/all-messages';
import type { Job } from '@/lib/jobs/model/job';
import { DEFAULT_CHOICES } from '@/lib/reader/choices';
import { ENDED, sampleJob } from './jobs';
import { showPage } from './show';

/** A page of a state, at its place, taller than wide. */
export function leafOf(index: number, state: Job = ENDED.done ?? sampleJob()): Leaf {
  const { source } = ENDED.done ?? {};
  const size = { width: 200, height: 300, sentWidth: 200, sentHeight: 300 };
  const job: Job = {
    ...state,
    id: `page-${index}`,
    name: `harbour ${index}`,
    batch: { id: 'batch', index },
    ...(source && { source: { ...source, ...size } }),
    ...(state.result && { result: { ...state.result, width: 1440, height: 2160 } }),
  };
  return { job, isGone: false };
}

/** Shows twelve pages, with the given parts changed. */
export function showReader(props: Partial<ReaderPageProps> = {}) {
  const actions = {
    show: vi.fn<ReaderActions['show']>(),
    wantOriginals: vi.fn<ReaderActions['wantOriginals']>(),
    choose: vi.fn<ReaderActions['choose']>(),
    keepPlace: vi.fn<ReaderActions['keepPlace']>(),
  };
  const language = props.language ?? 'en';
  const leaves = props.leaves ?? Array.from({ length: 12 }, (_, at) => leafOf(at + 1));
  const pictures = new Map<string, LeafPicture>(
    leaves.map(({ job }) => [
      job.id,
      { kind: job.stage === 'done' ? 'result' : 'source', url: `blob:${job.id}` },
    ]),
  );
  const page = (changed: Partial<ReaderPageProps>) => (
    <ReaderPage
      batch={{
        id: 'batch',
        name: 'Chapter 1',
        createdAt: 0,
        target: '2k',
        size: 12,
        leftOut: { large: 0, known: 0 },
      }}
      leaves={leaves}
      isAllPaused={false}
      pictures={pictures}
      choices={DEFAULT_CHOICES}
      start={{ index: 0, share: 0 }}
      onTryAgain={() => {}}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      {...props}
      {...changed}
    />
  );
  return { ...showPage(page, language), actions };
}

beforeEach(() => {
  // happy-dom lays nothing out and decodes nothing: a window of 1000 x 500.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500);
  HTMLImageElement.prototype.decode = async () => {};
});
