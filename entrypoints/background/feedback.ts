import { mayNotify } from '@/lib/browser/access/permissions';
import { clearNotice, type NoticeClick, notify } from '@/lib/browser/notifications';
import { openCompare } from '@/lib/browser/pages/compare';
import { isPageOfOursInFront } from '@/lib/browser/pages/own-pages';
import { openPopupOrTab, openTab } from '@/lib/browser/pages/popup';
import { consent } from '@/lib/browser/storage/consent';
import type { Settings } from '@/lib/browser/storage/settings';
import {
  pageVisibility,
  showToast,
  type ToastPage,
  type ToastPress,
} from '@/lib/browser/tabs/toast';
import { aboutSite } from '@/lib/i18n/about-site';
import type { BackgroundMessages } from '@/lib/i18n/background-messages';
import type { SiteName } from '@/lib/jimeng/model/sites';
import { needsPerson } from '@/lib/jobs/model/attention';
import { isEnded, type Job } from '@/lib/jobs/model/job';
import { isKept } from '@/lib/jobs/model/selectors';
import { siteOf } from '@/lib/jobs/model/site';
import { blobKey, type JobStore } from '@/lib/jobs/store/jobs';
import {
  type FeedbackAction,
  type FeedbackContent,
  feedbackContent,
  joinedContent,
} from './feedback-words';

export interface FeedbackDeps {
  store(): Promise<Pick<JobStore, 'open' | 'list' | 'blob' | 'get'>>;
  settings(): Promise<Settings>;
  /** Messages in the current language. */
  words(): BackgroundMessages;
  save(jobId: string): Promise<void>;
  /** Address of the sign-in page of a site. */
  signInUrl(site: SiteName): string;
}

/** Tells the person about a job: by a toast on the page of the click, or by a notification. */
export interface Feedback {
  /**
   * Called after each commit that changed the stage or the waiting reason of a job. Feedback depends on
   * that change alone, so a restarted worker repeats nothing.
   */
  changed(job: Job, before: Job | undefined): Promise<void>;
  /** Called when a click joined `leader`, which has the same image. */
  joined(leader: Job, clicked: Job): Promise<void>;
  pressed(press: ToastPress): Promise<void>;
  clicked(click: NoticeClick): Promise<void>;
}

/** Jobs that are done within this time of each other share one toast or notification, ms. */
const TOGETHER_MS = 5_000;
/** Newest jobs that are checked for this. */
const RECENT_ROWS = 30;
/** Id of the notification about several jobs. For a single job it is `ONE` and the job's id. */
const SEVERAL = 'jobs';
const ONE = 'job/';
/** Actions of the buttons on a notification about a finished job, in order. */
const NOTICE_ACTIONS: readonly FeedbackAction[] = ['save', 'compare'];

export function createFeedback(deps: FeedbackDeps): Feedback {
  /** Pending feedback by tab, in order: a job's start must not overwrite its end. */
  const turns = new Map<number, Promise<void>>();

  function inTurn({ origin }: Job, work: () => Promise<void>): Promise<void> {
    const tabId = origin.kind === 'page' ? origin.tabId : -1;
    const turn = (turns.get(tabId) ?? Promise.resolve()).then(work, work);
    turns.set(tabId, turn);
    const forget = () => {
      if (turns.get(tabId) === turn) turns.delete(tabId);
    };
    turn.then(forget, forget);
    return turn;
  }

  /** The jobs that were done together with this one: each within `TOGETHER_MS` of the next. */
  async function finishedWith(job: Job): Promise<Job[]> {
    if (job.stage !== 'done') return [job];
    const recent = await (await deps.store()).list(RECENT_ROWS);
    const done = recent
      .filter((each) => each.id !== job.id && each.stage === 'done' && !isKept(each))
      .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0));
    const chain = [job];
    for (const each of done) {
      const gap = (chain.at(-1)?.finishedAt ?? 0) - (each.finishedAt ?? 0);
      if (gap >= 0 && gap < TOGETHER_MS) chain.push(each);
    }
    return chain;
  }

  async function running(job: Job): Promise<Job[]> {
    const open = await (await deps.store()).open();
    return open.filter((each) => each.id !== job.id && !needsPerson(each));
  }

  async function thumbOf(jobId: string): Promise<{ type: string; base64: string } | undefined> {
    const blob = await (await deps.store()).blob(blobKey(jobId, 'thumb'));
    return blob && { type: blob.type, base64: await base64Of(blob) };
  }

  /** The messages about the site of a job. */
  function wordsFor(job: Job): BackgroundMessages {
    const words = deps.words();
    return aboutSite(words, words.siteNames[siteOf(job)]);
  }

  /** @returns whether the page shows the toast */
  async function toast(job: Job, settings: Settings): Promise<boolean> {
    if (job.origin.kind !== 'page') return false;
    const page = job.origin;
    const { tabId } = page;
    const isHere = ({ origin }: Job) => origin.kind === 'page' && origin.tabId === tabId;
    const [finished, others] = await Promise.all([finishedWith(job), running(job)]);
    const done = finished.filter((each) => isHere(each) && each.saved?.state !== 'saved');
    const messages = wordsFor(job);
    const content = feedbackContent(
      {
        job,
        done: done.length,
        running: others.filter(isHere).length,
        isSaving: settings.isAutoSaveOn,
      },
      messages,
    );
    const ids = content.buttons[0]?.action === 'save' ? done.map(({ id }) => id) : [job.id];
    return toastOf(content, page, ids, settings);
  }

  /** @param jobIds the jobs it is about. The first one gives the thumbnail */
  async function toastOf(
    content: FeedbackContent,
    page: ToastPage,
    jobIds: readonly string[],
    settings: Settings,
  ): Promise<boolean> {
    const messages = deps.words();
    const thumb = await thumbOf(jobIds[0] ?? '');
    return showToast(page, jobIds, {
      ...content,
      ...(thumb && { thumb: thumb.base64 }),
      close: messages.feedback.close,
      label: messages.badge.idle,
      orphaned: messages.feedback.orphaned,
      language: messages.language,
      theme: settings.theme,
    });
  }

  /** Like the start of a job: only as a toast on the page of the click. */
  async function tellJoined(leader: Job, { origin }: Job): Promise<void> {
    if (origin.kind !== 'page' || origin.url.startsWith('screen:')) return;
    if (await isPageOfOursInFront()) return;
    const settings = await deps.settings();
    if (!settings.isToastOn || (await pageVisibility(origin)) !== 'in-front') return;
    await toastOf(joinedContent(leader, wordsFor(leader)), origin, [leader.id], settings);
  }

  async function notice(job: Job, settings: Settings): Promise<void> {
    const finished = await finishedWith(job);
    const messages = wordsFor(job);
    const isOne = finished.length === 1;
    const situation = { job, done: finished.length, running: 0, isSaving: settings.isAutoSaveOn };
    const { title, detail, buttons } = feedbackContent(situation, messages);
    const isAnswerable = isOne && buttons.length === NOTICE_ACTIONS.length;
    const thumb = isOne ? await thumbOf(job.id) : undefined;
    if (!isOne) await Promise.all(finished.map(({ id }) => clearNotice(ONE + id)));
    await notify(isOne ? ONE + job.id : SEVERAL, {
      title,
      // Several jobs have no common name.
      message: detail || messages.badge.idle,
      icon: thumb && `data:${thumb.type};base64,${thumb.base64}`,
      buttons: isAnswerable ? buttons.map(({ label }) => label) : [],
    });
  }

  async function tell(job: Job): Promise<void> {
    if (await isPageOfOursInFront()) return;
    const settings = await deps.settings();
    const page = settings.isToastOn && job.origin.kind === 'page' ? job.origin : undefined;
    const sight = page ? await pageVisibility(page) : 'gone';
    if (sight === 'in-front' && (await toast(job, settings))) return;
    if (settings.isNotifyOn && (await mayNotify())) await notice(job, settings);
    // The toast stays on the page until the person comes back to it.
    else if (sight === 'behind') await toast(job, settings);
  }

  /** Confirms a click, only as a toast on the page of the click. */
  async function tellBegun(job: Job): Promise<void> {
    // The image is captured from the screen, and a toast would be in it.
    if (job.origin.kind !== 'page' || job.origin.url.startsWith('screen:')) return;
    const [settings, agreedAt] = await Promise.all([deps.settings(), consent.read()]);
    // Without consent nothing starts. The welcome page asks for it.
    if (agreedAt === undefined) return;
    if (!settings.isToastOn || (await pageVisibility(job.origin)) !== 'in-front') return;
    const now = await (await deps.store()).get(job.id);
    // If it has ended or waits by now, that gets its own feedback.
    if (now && !isEnded(now) && !needsPerson(now)) await toast(now, settings);
  }

  async function act(action: string, jobIds: readonly string[]): Promise<void> {
    const [first] = jobIds;
    switch (action as FeedbackAction) {
      case 'save':
        for (const id of jobIds) await deps.save(id);
        break;
      case 'compare':
        if (first !== undefined) await openCompare(first);
        break;
      case 'sign-in': {
        const job = first === undefined ? undefined : await (await deps.store()).get(first);
        await openTab(deps.signInUrl(siteOf(job ?? {})));
        break;
      }
      case 'show':
        await openPopupOrTab();
    }
  }

  return {
    async changed(job, before) {
      if (!before && job.stage === 'queued') return inTurn(job, () => tellBegun(job));
      const isAtEnd = job.stage === 'done' || job.stage === 'failed';
      const hasEnded = isAtEnd && before?.stage !== job.stage && !isKept(job);
      const hasStopped = needsPerson(job) && job.waiting?.reason !== before?.waiting?.reason;
      if (hasEnded || hasStopped) await inTurn(job, () => tell(job));
    },

    joined: (leader, clicked) => inTurn(clicked, () => tellJoined(leader, clicked)),

    pressed: ({ action, jobIds }) => act(action, jobIds),

    async clicked({ id, button }) {
      await clearNotice(id);
      const jobId = id.startsWith(ONE) ? id.slice(ONE.length) : '';
      const job = await (await deps.store()).get(jobId);
      if (job?.stage !== 'done') return act('show', []);
      await act(NOTICE_ACTIONS[button ?? NOTICE_ACTIONS.length - 1] ?? 'show', [jobId]);
    },
  };
}

/** For a few kB. */
async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
