import { needsPerson } from '@/lib/jobs/model/attention';
import { isEnded, type Job } from '@/lib/jobs/model/job';
import { progressOf } from '@/lib/jobs/model/selectors';
import { missingResult, nameOf, stageOf, timeOf, troubleOf } from '../job/job-words';
import { useLocale } from '../ui/locale';
import { Progress } from '../ui/progress';
import './waiting.css';

/** Props of the stage without a result. */
export interface CompareWaitingProps {
  job: Job;
  now: number;
  /** Object URL of the source. */
  picture?: string | undefined;
}

/** Shows the source and the job's progress in place of the result. */
export function CompareWaiting({ job, now, picture }: CompareWaitingProps) {
  const locale = useLocale();
  const { messages } = locale;
  const progress = progressOf(job, now);
  const trouble = job.stage === 'done' ? missingResult(job, locale) : troubleOf(job, locale);
  const hint = needsPerson(job) ? messages.compare.needsYou : messages.compare.goesOn;
  return (
    <div class="compare-waiting">
      {picture && (
        <img class="compare-waiting__picture" src={picture} alt={messages.compare.before} />
      )}
      <div class="compare-waiting__words">
        {job.stage !== 'done' && (
          <p class="compare-waiting__stage">
            <b>{stageOf(job, locale)}</b>
            <span>{timeOf(job, now, locale)}</span>
          </p>
        )}
        {progress !== undefined && (
          <Progress
            value={progress}
            label={messages.job.progress(nameOf(job, locale))}
            text={stageOf(job, locale)}
          />
        )}
        {trouble && <p>{trouble}</p>}
        {!isEnded(job) && <p class="compare-waiting__hint">{hint}</p>}
      </div>
    </div>
  );
}
