import { useMemo, useRef, useState } from 'preact/hooks';
import type { CompareChoices } from '@/lib/browser/storage/compare-choices';
import type { Language } from '@/lib/i18n/locales/languages';
import type { Messages } from '@/lib/i18n/messages';
import type { Job } from '@/lib/jobs/model/job';
import { resultFlaws } from '@/lib/jobs/model/result-flaws';
import { siteOf } from '@/lib/jobs/model/site';
import { nameOf } from '../job/job-words';
import { SaveButton } from '../job/save-button';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { type Locale, LocaleContext, localeOf, useLocale } from '../ui/locale';
import { Logo } from '../ui/logo';
import type { CompareActions, UpscaleAgainOptions } from './actions';
import { type CheckState, CompareCheck } from './check';
import { CompareFacts } from './facts';
import { useFocusKept } from './focus-kept';
import { useFullScreen } from './full-screen';
import type { Point, Size } from './geometry';
import { CompareGone } from './gone';
import { CompareKeys } from './keys';
import type { CompareSide } from './layer';
import { ComparePairBar, type ComparePlace } from './pair-bar';
import { resultLabel } from './result-label';
import { CompareStage } from './stage';
import { actionOf } from './stage-keys';
import { UpscaleAgain } from './upscale-again';
import { CompareWaiting } from './waiting';
import '../ui/theme.css';
import './page.css';

/** The data of the compare page. */
export interface ComparePageProps {
  /** Undefined if it is not in the history. */
  job: Job | undefined;
  /** Object URLs of the source and of the result, if their bytes are stored. */
  before?: string | undefined;
  after?: string | undefined;
  /** Another result of the same source, which stands on the left instead of it. */
  left?: { job: Job; url: string } | undefined;
  /** The finished jobs with the same source whose results are stored, this one among them. */
  results: readonly Job[];
  /** Absent if there is no other image to go to. */
  place?: ComparePlace | undefined;
  /** Whether the image that was discarded last can be brought back. */
  canUndo: boolean;
  /** How far the result is displaced against the image on the left, px of the result. */
  shift?: Point | undefined;
  choices: CompareChoices;
  onChoices: (choices: CompareChoices) => void;
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

/** Relative change of the aspect ratio beyond rounding. */
const SHAPE_TOLERANCE = 0.02;

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
          <CompareGone onUndo={props.canUndo ? props.actions.undo : undefined} />
        )}
      </div>
    </LocaleContext.Provider>
  );
}

type RowProps = ComparePageProps & { job: Job };

function Row(props: RowProps) {
  const { job, before, after, left, check, actions } = props;
  const locale = useLocale();
  const { compare } = locale.messages;
  const [isMapShown, setMapShown] = useState(false);
  const [spot, setSpot] = useState<Point>();
  const [trouble, setTrouble] = useState<{ jobId: string; sentence: string }>();
  /** Object URLs that the browser could not show. */
  const [broken, setBroken] = useState<readonly string[]>([]);
  const main = useRef<HTMLElement>(null);
  const switchFullScreen = useFullScreen(main);

  const isDone = job.stage === 'done';
  const isShown = (url: string | undefined): url is string =>
    url !== undefined && !broken.includes(url);
  const shownBefore = isShown(before) ? before : undefined;
  const original: CompareSide | undefined =
    shownBefore === undefined
      ? undefined
      : {
          src: shownBefore,
          label: compare.before,
          isOtherShape: resultFlaws(job).includes('wrong-shape'),
        };
  const onLeft = left && isShown(left.url) ? sideOf(left, job, locale) : original;
  const fidelity = typeof check === 'object' ? check.fidelity : undefined;
  const differing = fidelity?.verdict === 'differs' ? fidelity : undefined;
  const note =
    (trouble?.jobId === job.id ? trouble.sentence : undefined) ??
    (isDone && after && broken.includes(after) ? compare.unreadable : undefined) ??
    (isDone && after && !shownBefore ? compare.noBefore : undefined);
  const hasStage = isDone && after !== undefined && job.result !== undefined;
  const focusHandlers = useFocusKept(main, props.isUpscaleAgainOpen === true);

  const keys: Record<string, () => void> = {
    ...(props.place && {
      PageUp: () => actions.step(-1),
      PageDown: () => actions.step(1),
      k: actions.keep,
      x: actions.discard,
      Delete: actions.discard,
    }),
    ...(props.canUndo && { u: actions.undo }),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { current } = main;
    if (current && event.target === current && isPassedOn(current, event)) return;
    const act = actionOf(event, keys);
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <>
      <Header {...props} onTrouble={(sentence) => setTrouble({ jobId: job.id, sentence })} />
      <main
        ref={main}
        class="compare__main"
        aria-label={compare.title(nameOf(job, locale))}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        {...focusHandlers}
      >
        <ComparePairBar
          job={job}
          place={props.place}
          canUndo={props.canUndo}
          results={isDone ? props.results : []}
          leftId={left?.job.id}
          hasOriginal={shownBefore !== undefined}
          actions={actions}
        />
        {hasStage && after && job.result ? (
          <CompareStage
            name={nameOf(job, locale)}
            before={onLeft}
            after={{
              src: after,
              label: left ? resultLabel(job, locale) : compare.after,
              isOtherShape: false,
            }}
            original={original}
            size={job.result}
            shift={props.shift}
            choices={props.choices}
            onChoices={props.onChoices}
            map={differing?.map}
            isMapShown={isMapShown}
            onMapShown={setMapShown}
            spot={spot}
            onFullScreen={switchFullScreen}
            onCopyPart={actions.copyPart}
            onUnreadable={(which) => {
              const url = which === 'after' ? after : onLeft?.src;
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
          {/* What became of a copy of one image says nothing of the next. */}
          {after && <CopyButton key={job.id} onCopy={actions.copy} onFail={onTrouble} />}
          <Button variant="quiet" onClick={actions.saveAs}>
            {words.saveAs}
          </Button>
          <SaveButton job={job} onSave={actions.save} />
        </div>
      )}
    </header>
  );
}

/** Another result beside that of the job. */
function sideOf(
  { job: other, url }: { job: Job; url: string },
  { result }: Job,
  locale: Locale,
): CompareSide {
  const ratio = (size: Size | undefined) => (size ? size.width / size.height : 1);
  const shape = Math.abs(Math.log(ratio(other.result) / ratio(result)));
  return { src: url, label: resultLabel(other, locale), isOtherShape: shape > SHAPE_TOLERANCE };
}

/** The images take a key that was pressed before they had the focus. */
function isPassedOn(main: HTMLElement, event: KeyboardEvent): boolean {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
  const field = main.querySelector<HTMLElement>('.compare-stage__field');
  if (!field || key === 'Tab' || ctrlKey || altKey || metaKey) return false;
  field.focus({ preventScroll: true });
  const again = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true });
  if (!field.dispatchEvent(again)) event.preventDefault();
  return true;
}
