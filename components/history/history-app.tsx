import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AccountReport } from '@/lib/browser/messages';
import type { Language } from '@/lib/i18n/locales/languages';
import type { Messages } from '@/lib/i18n/messages';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Target } from '@/lib/jimeng/model/tools';
import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';
import type { ZipState } from '@/lib/jobs/model/zip-state';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import { ErrorBoundary } from '../ui/error-boundary';
import { IconButton } from '../ui/icon-button';
import { LocaleContext, localeOf } from '../ui/locale';
import { Logo } from '../ui/logo';
import type { Actions } from './actions';
import { Announcer } from './announcer';
import { hasWork } from './batch-row';
import { CreditsPill } from './credits-pill';
import { DoneLine } from './done-line';
import { DropZone } from './drop-zone';
import { EmptyState } from './empty-state';
import { HistoryBar } from './history-bar';
import { type HistoryActions, type HistoryView, isWorthSearching } from './history-view';
import { JobList } from './job-list';
import { inListOrder } from './list-rows';
import { AccessNotice, FullNotice, HistoryNotice, ReachNotice, SignInNotice } from './notices';
import { QueueSwitch } from './queue-switch';
import { ReplaceBar } from './replace-bar';
import { type Replacing, ReplacingContext } from './replacing';
import { useFocusReturned } from './roving-focus';
import { SelectionBar } from './selection-bar';
import { SiteSwitch } from './site-switch';
import { JoinedBar, UndoBar } from './undo-bar';
import { WaitingBatchRow } from './waiting-batch';
import { ZipBar } from './zip-bar';
import '../ui/theme.css';
import './history-app.css';

/** The data of the popup and the panel. */
export interface AppProps {
  /** Undefined until it was read. */
  history: HistoryView | undefined;
  account: AccountReport;
  /** Unix ms; updated about four times a second while a row goes by the clock, and when a day begins. */
  now: number;
  target: Target;
  /** What recent orders with the chosen upscaler cost, where known. */
  costs?: UsualCosts | undefined;
  messages: Messages;
  language: Language;
  actions: Actions & HistoryActions;
  /** Job to bring into view, such as one that needs a permission. */
  focusedJobId?: string | undefined;
  /** Why the history cannot be read. */
  historyTrouble?: HistoryTrouble | undefined;
  /** Whether a click was lost because the disk is full. */
  isStorageFull?: boolean;
  /** The ZIP that is being made, or was made last. */
  zip?: ZipState | undefined;
  /** Whether another ZIP was wanted while it was made. */
  isZipRefused?: boolean;
  /** Jobs that were done since the popup or the panel was last open, until their comparison is opened. */
  justDone?: number | undefined;
  /** Where results are shown in pages. */
  replacing?: Replacing | undefined;
  /** Keys that upscale the image under the pointer; empty if the person removed them. */
  shortcut?: string | undefined;
  /** Opens the side panel. Absent in the panel itself and in browsers without one. */
  openPanel?: (() => void) | undefined;
  /** Requests access to all sites. Present while pick mode cannot run on the page in front. */
  allowEverywhere?: (() => void) | undefined;
}

/** The manifest's default. */
const SHORTCUT = 'Alt+Shift+U';

/** The popup and the side panel. */
export function App(props: AppProps) {
  const { history, account, target, messages, language, actions } = props;
  const locale = useMemo(
    () => localeOf(language, messages, account.site),
    [language, messages, account.site],
  );
  const fileInput = useRef<HTMLInputElement>(null);

  return (
    <LocaleContext.Provider value={locale}>
      <div class="app" lang={language}>
        <header class="app__header">
          <Logo />
          <h1>{messages.app.title}</h1>
          {account.other && (
            <SiteSwitch site={account.site} other={account.other} onSwitch={actions.useSite} />
          )}
          {account.state === 'signed-in' && account.credits && (
            <CreditsPill
              total={account.credits.total}
              onClick={() => actions.openService({ site: account.site })}
            />
          )}
          <IconButton icon="pick" label={messages.add.pick} onClick={actions.pickImage} />
          <IconButton icon="grid" label={messages.add.several} onClick={actions.chooseSeveral} />
          {props.openPanel && (
            <IconButton icon="panel" label={messages.app.openPanel} onClick={props.openPanel} />
          )}
          <IconButton icon="settings" label={messages.app.settings} onClick={actions.openOptions} />
        </header>
        <main class="app__main">
          <div class="app__top">
            {account.state === 'no-access' && (
              <AccessNotice site={account.site} onAllow={actions.allowService} />
            )}
            {account.state === 'signed-out' && (
              <SignInNotice
                waiting={history?.signInWaits ?? 0}
                otherJars={account.otherJars}
                onSignIn={() => actions.signIn({ site: account.site })}
              />
            )}
            {props.allowEverywhere && <ReachNotice onAllow={props.allowEverywhere} />}
            <DropZone
              target={target}
              onTarget={actions.setTarget}
              costs={props.costs}
              onOffered={(offered, onAdded) => actions.addImages(offered, target, onAdded)}
              onAllow={actions.allowPatterns}
              inputRef={fileInput}
            />
          </div>
          {props.historyTrouble && (
            <div class="app__bar">
              <HistoryNotice trouble={props.historyTrouble} onTryAgain={actions.readAgain} />
            </div>
          )}
          {history && (
            <ReplacingContext.Provider value={props.replacing}>
              <HistoryPart
                {...props}
                history={history}
                onChooseFile={() => fileInput.current?.click()}
              />
              <ReplaceBar />
            </ReplacingContext.Provider>
          )}
        </main>
      </div>
    </LocaleContext.Provider>
  );
}

/** Whether a job in view belongs to another site than the next one. */
function hasRowsElsewhere({ jobs }: HistoryView, site: SiteName): boolean {
  return [...jobs.values()].some((job) => job.site !== undefined && job.site !== site);
}

/** The history with its controls, or how to start if it is empty. */
function HistoryPart(props: AppProps & { history: HistoryView; onChooseFile: () => void }) {
  const { history, account, now, actions, messages, onChooseFile, focusedJobId } = props;
  const { query, listed, counts, removal, joined } = history;
  const rows = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => rows.current?.scrollTo?.({ top: 0 }), [listed]);
  useFocusReturned(rows, selected !== undefined);

  const changeSelected = (ids: readonly string[], isSelected: boolean) =>
    setSelected((before = new Set()) => withEach(before, ids, isSelected));
  const open = useCallback(
    (batchId: string, isOpen: boolean) =>
      setOpened((before) => withEach(before, [batchId], isOpen)),
    [],
  );
  const select = () => {
    actions.readAll();
    setSelected(new Set());
  };
  const isEmpty = counts.all === 0;

  return (
    <>
      {props.justDone !== undefined && !selected && (
        <div class="app__bar">
          <DoneLine count={props.justDone} onCompare={actions.compareDone} />
        </div>
      )}
      {props.isStorageFull && !selected && (
        <div class="app__bar">
          <FullNotice onMakeRoom={isEmpty ? undefined : select} onDismiss={actions.dismissFull} />
        </div>
      )}
      {selected && (
        <div class="app__bar">
          <SelectionBar
            entries={inListOrder(history)}
            selected={selected}
            actions={actions}
            onSelect={setSelected}
            onEnd={() => setSelected(undefined)}
          />
        </div>
      )}
      {!selected && isWorthSearching(history) && (
        <div class="app__bar">
          <HistoryBar
            query={query}
            counts={counts}
            onAsk={actions.ask}
            onBegin={actions.readAll}
            onSelect={select}
          />
        </div>
      )}
      <div class="app__rows" ref={rows}>
        {!selected && (history.isPaused || history.batches.some(hasWork)) && (
          <QueueSwitch isPaused={history.isPaused} onPause={actions.pauseAll} />
        )}
        {!selected &&
          // Their words are loaded on demand.
          messages.picker &&
          history.waitingBatches.map((batch) => (
            <WaitingBatchRow
              key={batch.id}
              batch={batch}
              target={props.target}
              costs={props.costs}
              credits={account.state === 'signed-in' ? account.credits?.total : undefined}
              actions={actions}
            />
          ))}
        {isEmpty && history.waitingBatches.length === 0 ? (
          <EmptyState shortcut={props.shortcut ?? SHORTCUT} />
        ) : (
          <JobList
            history={history}
            now={now}
            actions={actions}
            opened={opened}
            onOpen={open}
            onChooseFile={onChooseFile}
            onShow={actions.show}
            onEnd={actions.readAll}
            signInAskedAbove={account.state === 'signed-out' ? account.site : undefined}
            showsSite={account.other !== undefined || hasRowsElsewhere(history, account.site)}
            focusedJobId={focusedJobId}
            selected={selected}
            onSelect={changeSelected}
          />
        )}
      </div>
      {props.zip && (
        <ZipBar
          zip={props.zip}
          isOtherRefused={props.isZipRefused}
          onDismiss={actions.dismissZip}
        />
      )}
      {joined && !removal && (
        <JoinedBar target={joined.target} onShow={() => actions.goTo(joined.jobId)} />
      )}
      {removal && <UndoBar count={removal.count} onUndo={() => actions.undoRemoval(removal.at)} />}
      <ErrorBoundary subject={history.jobs} fallback={() => null}>
        <Announcer jobs={[...history.jobs.values()]} now={now} />
      </ErrorBoundary>
    </>
  );
}

/** The set with these elements, or without them. */
function withEach(
  before: ReadonlySet<string>,
  elements: readonly string[],
  isIn: boolean,
): ReadonlySet<string> {
  const next = new Set(before);
  for (const element of elements) {
    if (isIn) next.add(element);
    else next.delete(element);
  }
  return next;
}
