import { useMemo, useState } from 'preact/hooks';
import type { Language } from '@/lib/i18n/locales/languages';
import type { Messages } from '@/lib/i18n/messages';
import type { Job } from '@/lib/jobs/model/job';
import { resultFlaws } from '@/lib/jobs/model/result-flaws';
import { siteOf } from '@/lib/jobs/model/site';
import { nameOf } from '../job/job-words';
import { SaveButton } from '../job/save-button';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { LocaleContext, localeOf, useLocale } from '../ui/locale';
import { Logo } from '../ui/logo';
import type { CompareActions, UpscaleAgainOptions } from './actions';
import { type CheckState, CompareCheck } from './check';
import { CompareFacts } from './facts';
import type { Point } from './geometry';
import { CompareKeys } from './keys';
import { CompareStage } from './stage';
import { UpscaleAgain } from './upscale-again';
import { CompareWaiting } from './waiting';
import '../ui/theme.css';
import './page.css';

/** The data of the compare page. */
export interface ComparePageProps {
  /** Undefined if it is not in the history. */
  job: Job | undefined;
  /** Object URLs of the images whose bytes are stored. */
  before?: string | undefined;
  after?: string | undefined;
  check: CheckState;
  /** Whether a tab may show the result. */
  canOpen: boolean;
  /** Whether the source is still available for another order. */
  canRepeat: boolean;
  /** Whether the page was opened to order the image again. */
  isUpscaleAgainOpen?: boolean;
  /** Credits that such an order cost last time; undefined if not known. */
  costOf: (options: UpscaleAgainOptions) => number | undefined;
  /** Unix ms. */
  now: number;
  messages: Messages;
  language: Language;
  actions: CompareActions;
}

/** The compare page: before and after, facts about them, and actions. */
export function ComparePage(props: ComparePageProps) {
  const { messages, language, job } = props;
  const site = job && siteOf(job);
  const locale = useMemo(() => localeOf(language, messages, site), [language, messages, site]);
  return (
    <LocaleContext.Provider value={locale}>
      <div class="compare" lang={language} data-done={job?.stage === 'done'}>
        {job ? (
          <Row {...props} job={job} />
        ) : (
          <main class="compare__empty">
            <Logo size={40} />
            <h1>{messages.compare.gone}</h1>
          </main>
        )}
      </div>
    </LocaleContext.Provider>
  );
}

type RowProps = ComparePageProps & { job: Job };

function Row(props: RowProps) {
  const { job, before, after, check, actions } = props;
  const locale = useLocale();
  const { compare } = locale.messages;
  const [isMapShown, setMapShown] = useState(false);
  const [spot, setSpot] = useState<Point>();
  const [trouble, setTrouble] = useState<string>();
  /** Object URLs that the browser could not show. */
  const [broken, setBroken] = useState<readonly string[]>([]);

  const isDone = job.stage === 'done';
  const shownBefore = before && !broken.includes(before) ? before : undefined;
  const fidelity = typeof check === 'object' ? check.fidelity : undefined;
  const differing = fidelity?.verdict === 'differs' ? fidelity : undefined;
  const note =
    trouble ??
    (isDone && after && broken.includes(after) ? compare.unreadable : undefined) ??
    (isDone && after && !shownBefore ? compare.noBefore : undefined);

  return (
    <>
      <Header {...props} onTrouble={setTrouble} />
      <main class="compare__main">
        {isDone && after && job.result ? (
          <CompareStage
            name={nameOf(job, locale)}
            before={shownBefore}
            after={after}
            size={job.result}
            isOtherShape={resultFlaws(job).includes('wrong-shape')}
            map={differing?.map}
            isMapShown={isMapShown}
            onMapShown={setMapShown}
            spot={spot}
            onUnreadable={(which) => {
              const url = which === 'before' ? before : after;
              if (url) setBroken((known) => [...known, url]);
            }}
          />
        ) : (
          <CompareWaiting job={job} now={props.now} picture={shownBefore} />
        )}
      </main>
      {isDone && (
        <aside class="compare__panel">
          {note && (
            <p class="compare__note" role="status">
              {note}
            </p>
          )}
          {after && (
            <CompareCheck
              job={job}
              check={check}
              onShowWhere={() => {
                setMapShown(true);
                setSpot(differing?.worst && { ...differing.worst });
              }}
            />
          )}
          <CompareFacts job={job} onOpenPage={actions.openPage} />
          <UpscaleAgain
            key={job.id}
            job={job}
            costOf={props.costOf}
            onUpscaleAgain={props.canRepeat ? actions.upscaleAgain : undefined}
            isAsked={props.isUpscaleAgainOpen}
          />
          <CompareKeys />
          <p class="compare__honest">{compare.honest}</p>
        </aside>
      )}
    </>
  );
}

function Header(props: RowProps & { onTrouble: (sentence: string) => void }) {
  const { job, after, actions, onTrouble } = props;
  const locale = useLocale();
  const { actions: words, compare } = locale.messages;
  const name = nameOf(job, locale);
  return (
    <header class="compare__header">
      <Logo />
      <h1 title={name}>
        <bdi>{name}</bdi>
      </h1>
      {job.stage === 'done' && (
        <div class="compare__buttons">
          {after && props.canOpen && (
            <Button variant="quiet" onClick={actions.open}>
              {compare.open}
            </Button>
          )}
          {after && <CopyButton onCopy={actions.copy} onFail={onTrouble} />}
          <Button variant="quiet" onClick={actions.saveAs}>
            {words.saveAs}
          </Button>
          <SaveButton job={job} onSave={actions.save} />
        </div>
      )}
    </header>
  );
}
