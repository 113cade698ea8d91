/** States of the toast, in a page that is not ours. */
import { useEffect } from 'preact/hooks';
import { feedbackContent, type Situation } from '@/entrypoints/background/feedback-words';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import type { Language } from '@/lib/i18n/locales/languages';
import { orphanedToast } from '@/lib/page/ui/orphaned';
import { createToasts } from '@/lib/page/ui/toast';
import type { ToastData } from '@/lib/page/ui/toast-data';
import { ENDED, failedJob, NAMES, sampleJob, WAITING } from './jobs';

/** A drawing of a few bytes in place of a small picture, base64. */
function smallPicture(): string {
  const canvas = document.createElement('canvas');
  canvas.width = 144;
  canvas.height = 96;
  const context = canvas.getContext('2d');
  if (!context) return '';
  const sky = context.createLinearGradient(0, 0, 0, 96);
  sky.addColorStop(0, '#2c7da0');
  sky.addColorStop(1, '#f6bd60');
  context.fillStyle = sky;
  context.fillRect(0, 0, 144, 96);
  context.fillStyle = '#123c69';
  context.fillRect(0, 70, 144, 26);
  return canvas.toDataURL('image/webp').replace(/^.*,/, '');
}

const situation = (parts: Partial<Situation>): Situation => ({
  job: sampleJob(),
  done: 1,
  running: 0,
  isSaving: false,
  ...parts,
});
const done = ENDED.done ?? sampleJob();

export const TOAST_STORIES: Record<string, Situation> = {
  'toast-begun': situation({}),
  'toast-several': situation({ running: 2 }),
  'toast-done': situation({ job: done, running: 2 }),
  'toast-all-done': situation({ job: done, done: 3 }),
  'toast-needs': situation({ job: WAITING['permission, long host'] ?? done }),
  'toast-sign-in': situation({ job: WAITING['sign-in'] ?? done }),
  'toast-failed': situation({ job: failedJob('timeout') }),
  /** A press that nobody hears any more. */
  'toast-lost': situation({ job: done }),
  'toast-long': situation({ job: { ...done, name: NAMES.long ?? '' } }),
  'toast-rtl': situation({ job: { ...done, name: NAMES['right to left'] ?? '' } }),
};

/** A page with a toast. Stories whose name ends in "rtl" read from the right. */
export function ToastStory({ name, language }: { name: string; language: Language }) {
  useEffect(() => {
    const story = TOAST_STORIES[name] ?? situation({});
    const messages = backgroundMessages(language);
    document.documentElement.dir = name.endsWith('rtl') ? 'rtl' : 'ltr';
    const toasts = createToasts({ send: (message) => console.log(message) });
    const data: ToastData = {
      ...feedbackContent(story, messages),
      id: 'story',
      ...(story.job.stage === 'done' && { thumb: smallPicture() }),
      close: messages.feedback.close,
      label: messages.badge.idle,
      orphaned: messages.feedback.orphaned,
      language,
      theme: 'auto',
    };
    toasts.show(name === 'toast-lost' ? orphanedToast(data) : data);
  }, [name, language]);
  return (
    <main class="app">
      <h1>Harbours</h1>
      <p>A page that is not ours, with words of its own.</p>
    </main>
  );
}
