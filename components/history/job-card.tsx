import { type ErrorCode, isEnded, type Job } from '@/lib/jobs/model/job';
import { isKept, progressOf, switchedFrom } from '@/lib/jobs/model/selectors';
import { plainText } from '@/lib/text/plain-text';
import { resultWarning } from '../job/flaw-words';
import { factsOf, foundNote, nameOf, stageOf, timeOf } from '../job/job-words';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import { Progress } from '../ui/progress';
import { Thumb } from '../ui/thumb';
import { JobButtons } from './job-buttons';
import type { JobCardProps } from './job-card-props';
import { Trouble } from './trouble';
import './job-card.css';

/** Vague codes, for which the service's own message helps. */
const VAGUE: readonly ErrorCode[] = [
  'unknown-refusal',
  'generation-failed',
  'region-refused',
  'http-refused',
  'upload-refused',
];

/** One row of the history: thumbnail, state and actions. */
export function JobCard(props: JobCardProps) {
  const { job, now, thumb, actions, isFocused = false, place, selection } = props;
  const locale = useLocale();
  const { messages } = locale;
  const name = nameOf(job, locale);
  const progress = progressOf(job, now);
  const found = foundNote(job, locale);
  const warning = resultWarning(job, locale);
  const isWell = progress !== undefined || job.stage === 'done';

  return (
    <li
      class="job-card"
      data-mood={moodOf(job)}
      data-focused={isFocused}
      data-id={job.id}
      tabIndex={-1}
      aria-label={name}
      aria-posinset={place?.at}
      aria-setsize={place?.of}
      data-selected={selection?.isSelected}
    >
      {selection && (
        <label class="job-card__choose">
          <input
            type="checkbox"
            checked={selection.isSelected}
            aria-label={messages.history.choose(name)}
            onChange={selection.onToggle}
          />
        </label>
      )}
      <Thumb
        src={thumb}
        target={isKept(job) ? undefined : job.options.target}
        busy={progress !== undefined}
      />
      <div class="job-card__body">
        <div class="job-card__head">
          <p class="job-card__name" title={name}>
            <bdi>{name}</bdi>
          </p>
          {progress !== undefined && !selection && (
            <IconButton
              icon="close"
              label={messages.actions.cancel}
              onClick={() => actions.cancel(job.id)}
            />
          )}
        </div>
        {isWell && <Facts facts={factsOf(job, now, locale)} />}
        {found && <p class="job-card__found">{found}</p>}
        {warning && <p class="job-card__warning">{warning}</p>}
        {progress !== undefined && (
          <>
            <p class="job-card__stage">
              <b>{stageOf(job, locale)}</b>
              <span>{timeOf(job, now, locale)}</span>
            </p>
            <Progress
              value={progress}
              label={messages.job.progress(name)}
              text={stageOf(job, locale)}
            />
            <SwitchNote job={job} />
          </>
        )}
        <Trouble job={job} />
        <ServiceWords job={job} />
        {progress === undefined && !selection && <JobButtons {...props} />}
      </div>
    </li>
  );
}

/** Colour of the row, by what it needs from the person. */
function moodOf(job: Job): 'running' | 'needs' | 'failed' | 'done' | 'ended' {
  // The service is slow; nothing is wrong and the person need not act.
  if (job.waiting?.reason === 'still-running') return 'running';
  if (job.waiting) return 'needs';
  if (job.stage === 'failed') return 'failed';
  if (job.stage === 'done') return 'done';
  return isEnded(job) ? 'ended' : 'running';
}

function Facts({ facts }: { facts: string[] }) {
  return (
    <p class="job-card__facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

/** Says that Automatic switched to another upscaler, and why. */
function SwitchNote({ job }: { job: Job }) {
  const { messages } = useLocale();
  const before = switchedFrom(job);
  if (!before || !job.submission) return null;
  const { tools } = messages;
  return (
    <p class="job-card__note">
      {messages.job.switched(tools[job.submission.tool], tools[before.tool])}
    </p>
  );
}

/** The service's own message and code, where our sentence alone is too vague. */
function ServiceWords({ job }: { job: Job }) {
  const { messages } = useLocale();
  const { code, detail } = job.failure ?? {};
  if (job.stage !== 'failed' || !code || !VAGUE.includes(code)) return null;
  const said = detail?.said && plainText(detail.said);
  const numbers = [detail?.failCode, detail?.ret].filter((number) => number !== undefined);
  const reference = [...new Set(numbers.map((number) => plainText(number)))].join(', ');
  if (!said && !reference) return null;
  return (
    <p class="job-card__note">
      {said && (
        <>
          {messages.job.serviceSaid} <bdi>{said}</bdi>{' '}
        </>
      )}
      {reference && `(${messages.job.reference(reference)})`}
    </p>
  );
}
