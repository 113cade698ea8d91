import { chargeSentence } from '@/lib/i18n/errors';
import type { Job } from '@/lib/jobs/model/job';
import { permissionWords, troubleOf } from '../job/job-words';
import { useLocale } from '../ui/locale';
import './trouble.css';

/** Says why a job waits or has ended. */
export function Trouble({ job }: { job: Job }) {
  const locale = useLocale();
  const { stage, waiting } = job;
  if (waiting?.reason === 'permission') {
    const { before, after } = permissionWords({ stage, waiting }, locale);
    return (
      <p class="trouble" data-tone="warn">
        {before}
        <b>
          <bdi>{waiting.host}</bdi>
        </b>
        {after}
      </p>
    );
  }
  const words = troubleOf(job, locale);
  if (!words) return null;
  const isRemoved = job.result?.removedAt !== undefined && job.saved?.state !== 'failed';
  const isCalm = job.stage === 'cancelled' || waiting?.reason === 'still-running' || isRemoved;
  // The file was saved, but not quite as requested.
  const isMild = waiting || job.saved?.state === 'saved';
  const tone = isCalm ? 'calm' : isMild ? 'warn' : 'bad';
  // Keeps the charge on one line: in Chinese, a single wrapped character reads badly.
  const charge = job.failure && chargeSentence(job.failure, locale.messages);
  const isSplit = charge !== undefined && words.endsWith(charge);
  return (
    <p class="trouble" data-tone={tone}>
      {isSplit ? words.slice(0, -charge.length) : words}
      {isSplit && <span class="trouble__charge">{charge}</span>}
    </p>
  );
}
