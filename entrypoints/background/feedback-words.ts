import type { BackgroundMessages } from '@/lib/i18n/background-messages';
import { needsPerson } from '@/lib/jobs/model/attention';
import type { Job } from '@/lib/jobs/model/job';
import { isDoubtful } from '@/lib/jobs/model/result-flaws';
import type { ToastData } from '@/lib/page/ui/toast-data';
import { fileNameText } from '@/lib/text/plain-text';

/** What the buttons of toasts and notifications do. */
export type FeedbackAction = 'save' | 'compare' | 'show' | 'sign-in';

/** Content of a toast or notification. */
export interface FeedbackContent extends Pick<ToastData, 'tone' | 'title' | 'detail'> {
  /** The main one first. */
  buttons: { action: FeedbackAction; label: string }[];
}

/** The job, and what surrounds it, that the content is about. */
export interface Situation {
  job: Job;
  /** Number of jobs that were done together with it, including itself. */
  done: number;
  /** Number of other jobs that still run. */
  running: number;
  /** Whether results are saved automatically. */
  isSaving: boolean;
}

/** Content for a job that has started, has ended, or needs the person. */
export function feedbackContent(
  situation: Situation,
  messages: BackgroundMessages,
): FeedbackContent {
  const { job, done, running, isSaving } = situation;
  const { feedback: words, badge, menu } = messages;
  const name = fileNameText(job.name);
  const show = { action: 'show', label: words.show } as const;
  if (needsPerson(job)) {
    const isSignIn = job.waiting?.reason === 'sign-in';
    const signIn = { action: 'sign-in', label: words.signIn } as const;
    const detail = reasonOf(job, words);
    return { tone: 'bad', title: words.needs, detail, buttons: [isSignIn ? signIn : show] };
  }
  if (job.stage === 'failed') {
    return { tone: 'bad', title: words.failed, detail: name, buttons: [show] };
  }
  const more = running > 0 ? words.moreToCome(running) : '';
  if (job.stage !== 'done') {
    const title =
      running > 0 ? badge.running(running + 1) : words.begun(menu.targets[job.options.target]);
    return { tone: 'busy', title, detail: name, buttons: [] };
  }
  if (done > 1) {
    const saveAll = { action: 'save', label: words.saveAll } as const;
    const buttons = isSaving ? [show] : [saveAll, show];
    return { tone: 'good', title: words.doneMany(done), detail: more, buttons };
  }
  const save = { action: 'save', label: words.save } as const;
  const compare = { action: 'compare', label: words.compare } as const;
  const detail = [name, more].filter(Boolean).join(' · ');
  const buttons = isSaving ? [compare] : [save, compare];
  const title = isDoubtful(job) ? words.doubtful : words.done;
  return { tone: 'good', title, detail, buttons };
}

/** Content for a click that joined `leader`, which has the same image. */
export function joinedContent(leader: Job, messages: BackgroundMessages): FeedbackContent {
  if (needsPerson(leader)) {
    return feedbackContent({ job: leader, done: 0, running: 0, isSaving: false }, messages);
  }
  const { feedback: words, menu } = messages;
  return {
    tone: 'busy',
    title: words.joined(menu.targets[leader.options.target]),
    detail: fileNameText(leader.name),
    buttons: [{ action: 'show', label: words.show }],
  };
}

function reasonOf({ waiting }: Job, { reasons }: BackgroundMessages['feedback']): string {
  switch (waiting?.reason) {
    case 'permission':
      return reasons.access(waiting.host);
    case 'duplicate':
      return waiting.duplicateState === 'running' || waiting.duplicateState === 'unconfirmed'
        ? reasons[waiting.duplicateState]
        : reasons.duplicate;
    case 'sign-in':
    case 'other-account':
    case 'credits':
    case 'already-large':
    case 'several-orders':
      return reasons[waiting.reason];
    default:
      return '';
  }
}
