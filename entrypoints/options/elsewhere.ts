import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type {
  ElsewhereOutcome,
  Elsewheres,
  OptionsElsewhereProps,
} from '@/components/options/elsewhere-view';
import { requestNotifications } from '@/lib/browser/access/permissions';
import { report } from '@/lib/browser/report';
import {
  putBackSettings,
  readChoices,
  readPrevious,
  replaceChoices,
  watchPrevious,
} from '@/lib/browser/storage/choices';
import {
  type FoundChoices,
  readSettingsFile,
  settingsFile,
} from '@/lib/browser/storage/settings-file';
import {
  fetchChoices,
  readSyncMark,
  type SendOutcome,
  sendChoices,
  watchSyncMark,
} from '@/lib/browser/storage/settings-sync';
import { saveText } from '../shared/save-text';
import { chosenAfter, previewOf } from './settings-preview';

/**
 * Connects the section that takes settings elsewhere.
 * @param settle writes changes of the page that are not written yet
 */
export function connectElsewhere(
  settle: () => Promise<void>,
): ReadonlySignal<OptionsElsewhereProps> {
  /** What the preview is about. */
  let found: FoundChoices | undefined;
  const version = () => browser.runtime.getManifest().version;
  const live = signal<OptionsElsewhereProps>({
    actions: {
      exportSettings: () => run(exportSettings()),
      readFile: (file) => run(readFile(file)),
      send: () => run(send()),
      fetch: () => run(fetchSettings()),
      apply,
      dismissPreview: () => change({ preview: undefined }),
      putBack: () => run(putBack()),
    },
  });
  const change = (part: Partial<OptionsElsewhereProps>) => {
    live.value = { ...live.value, ...part };
  };
  const say = (at: Elsewheres | 'previous', outcome: ElsewhereOutcome) =>
    change({ preview: undefined, outcome: { ...outcome, at } });

  watchPrevious((previous) => change({ previous }));
  watchSyncMark((mark) => change({ mark }));
  run(readPrevious().then((previous) => change({ previous })));
  run(readSyncMark().then((mark) => change({ mark })));

  async function exportSettings(): Promise<void> {
    await settle();
    change({ outcome: undefined });
    saveText(settingsFile(await readChoices(), version(), Date.now()), 'upscale-settings.json');
  }

  async function readFile(file: Blob): Promise<void> {
    const read = await readSettingsFile(file);
    if (read.state === 'read') await show('file', read);
    else say('file', { kind: read.state === 'too-large' ? 'too-large-file' : read.state });
  }

  async function send(): Promise<void> {
    await settle();
    say('sync', outcomeOf(await sendChoices(await readChoices(), version(), Date.now())));
    change({ mark: await readSyncMark() });
  }

  async function fetchSettings(): Promise<void> {
    const fetched = await fetchChoices();
    if (fetched.state === 'fetched') await show('sync', fetched);
    else if (fetched.state === 'refused') say('sync', { kind: 'refused', words: fetched.words });
    else say('sync', { kind: fetched.state });
  }

  async function show(from: Elsewheres, read: FoundChoices): Promise<void> {
    await settle();
    const preview = previewOf(from, await readChoices(), read);
    found = read;
    change({ preview, outcome: undefined });
  }

  function apply(): void {
    const { preview } = live.value;
    if (!preview || !found) return;
    const { from, now, next } = preview;
    // Applied twice, the new settings would become the previous ones as well.
    change({ preview: undefined });
    // The prompt needs the click: nothing may be awaited before it. Without the permission the switch shows "off".
    const allowed =
      next.isNotifyOn && !now.isNotifyOn ? requestNotifications() : Promise.resolve(true);
    run(takeOver(from, found, allowed));
  }

  async function takeOver(
    from: Elsewheres,
    taken: FoundChoices,
    allowed: Promise<boolean>,
  ): Promise<void> {
    await allowed.catch(() => false);
    await settle();
    try {
      await replaceChoices(chosenAfter(await readChoices(), taken), from, Date.now());
      say(from, { kind: 'applied' });
    } catch {
      say(from, { kind: 'not-stored' });
    }
  }

  let isPuttingBack = false;
  async function putBack(): Promise<void> {
    if (isPuttingBack) return;
    isPuttingBack = true;
    try {
      await settle();
      await putBackSettings(Date.now());
      say('previous', { kind: 'put-back' });
    } catch {
      say('previous', { kind: 'not-stored' });
    } finally {
      isPuttingBack = false;
    }
  }

  return live;
}

function run(work: Promise<unknown>): void {
  work.catch(report);
}

function outcomeOf(sent: SendOutcome): ElsewhereOutcome {
  switch (sent.state) {
    case 'too-large':
      return { kind: 'too-long', names: sent.names };
    case 'refused':
    case 'mixed':
      return { kind: sent.state, words: sent.words };
    default:
      return { kind: sent.state };
  }
}
