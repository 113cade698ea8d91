import { type ReadonlySignal, signal } from '@preact/signals';
import { render } from 'preact';
import { App } from '@/components/history/history-app';
import type { HistoryView } from '@/components/history/history-view';
import { PageBoundary } from '@/components/ui/page-boundary';
import { brokenPageActions } from '@/lib/browser/pages/broken-page';
import { followTheme } from '@/lib/browser/pages/theme';
import { loadMessages, type MessageParts } from '@/lib/i18n/messages';
import { followLanguage } from '@/lib/i18n/speech';
import { type HistoryReading, openHistoryReading } from '@/lib/jobs/store/reading';
import { type Connection, connect } from './connect';

/** What differs between the popup and the side panel. */
export interface Surface {
  /** Called when the page in front is captured or pick mode starts. */
  uncoverPage(): void;
  /** Opens the panel. Empty in browsers without one, and until that is known. */
  openPanel?: ReadonlySignal<(() => void) | undefined>;
  /** Requests access to all sites. Present while pick mode cannot run on the page in front. */
  allowEverywhere?: ReadonlySignal<(() => void) | undefined>;
  /** Replaces the popup's way of starting pick mode. */
  pickImage?(usual: () => void): void;
}

/** Shows the history in this document and keeps it up to date. */
export async function mount(surface: Surface): Promise<Connection> {
  let early: Promise<HistoryReading> | undefined = openHistoryReading();
  // `connect` handles a failure. Until then it must not count as unhandled.
  early.catch(() => undefined);
  const openStore = () => {
    const store = early ?? openHistoryReading();
    early = undefined;
    return store;
  };
  const speech = await followLanguage(await followTheme(), navigator.languages);
  const { language } = speech.value;
  const messages = signal(speech.value.messages);
  const connection = connect(openStore, language, surface.uncoverPage);
  const { liveState, now, focusedJobId, actions: usual } = connection;
  document.documentElement.lang = language;
  document.title = messages.peek().app.title;
  const { pickImage } = surface;
  const actions = pickImage ? { ...usual, pickImage: () => pickImage(usual.pickImage) } : usual;

  // Few jobs fail, and few batches wait to be started, so their many sentences load on demand.
  const asked = new Set<keyof MessageParts>();
  function readPart(part: keyof MessageParts): void {
    if (asked.has(part)) return;
    asked.add(part);
    void loadMessages(language, part).then((all) => {
      messages.value = { ...messages.value, ...all };
    });
  }

  function Page() {
    const { history, ...live } = liveState.value;
    const isSpeechless = !messages.value.errors && history && hasFailed(history);
    if (isSpeechless) readPart('errors');
    if (history && history.waitingBatches.length > 0) readPart('picker');
    return (
      <App
        history={isSpeechless ? undefined : history}
        {...live}
        now={now.value}
        messages={messages.value}
        language={language}
        actions={actions}
        focusedJobId={focusedJobId.value}
        openPanel={surface.openPanel?.value}
        allowEverywhere={surface.allowEverywhere?.value}
      />
    );
  }

  render(
    <PageBoundary messages={messages.peek()} actions={brokenPageActions('popup')}>
      <Page />
    </PageBoundary>,
    document.body,
  );
  requestIdleCallback(() => readPart('errors'));
  return connection;
}

function hasFailed({ jobs }: HistoryView): boolean {
  return [...jobs.values()].some(({ stage }) => stage === 'failed');
}
