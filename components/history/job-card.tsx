import type { Messages } from '@/lib/i18n/messages';
import { type ErrorCode, isEnded, type Job } from '@/lib/jobs/model/job';
import { canUseShown, isKept, progressOf } from '@/lib/jobs/model/selectors';
import { plainText } from '@/lib/text/plain-text';
import { resultWarning } from '../job/flaw-words';
import { factsOf, foundNote, nameOf, stageOf, switchNotes, timeOf } from '../job/job-words';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import { Progress } from '../ui/progress';
import { Thumb } from '../ui/thumb';
import { JobButtons } from './job-buttons';
import type { JobCardProps } from './job-card-props';
import { Trouble } from './trouble';
import './job-card.css';

/** Codes whose sentence says little. The service's own words are shown with them. */
const VAGUE: readonly ErrorCode[] = [
  'unknown-refusal',
  'generation-failed',
  'region-refused',
  'http-refused',
  'upload-refused',
];

/** A row of the history: thumbnail, state and buttons of a job. */
export function JobCard(props: JobCardProps) {
  const { now, thumb, actions, isFocused = false, place, jump, selection } = props;
  const locale = useLocale();
  // A row that was never uploaded leads to the site of the next image.
  const job = { ...props.job, site: props.job.site ?? locale.site };
  const { messages } = locale;
  const name = nameOf(job, locale);
  const progress = progressOf(job, now);
  const found = foundNote(job, locale);
  const warning = resultWarning(job, locale);
  const isWell = progress !== undefined || job.stage === 'done';
  const site = siteMark(props.job, props.showsSite === true, messages);

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
          {site && <span class="job-card__site">{site}</span>}
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
        {canUseShown(job) && !selection && (
          <button type="button" class="job-card__shown" onClick={() => actions.useShown(job.id)}>
            {messages.actions.useShown}
          </button>
        )}
        {jump && (
          <p class="job-card__warning">{messages.batch.jumped(jump.price, jump.expected)}</p>
        )}
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
            <SwitchNotes job={job} />
          </>
        )}
        <Trouble job={job} />
        <ServiceWords job={job} />
        {progress === undefined && !selection && <JobButtons {...props} job={job} />}
      </div>
    </li>
  );
}

/** Colour of the row, by what the job needs from the person. */
function moodOf(job: Job): 'running' | 'needs' | 'failed' | 'done' | 'ended' {
  // The service is slow. Nothing is wrong, and the person need not act.
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

/** Says that Automatic switched to another upscaler or to a smaller file, and why. */
function SwitchNotes({ job }: { job: Job }) {
  const locale = useLocale();
  return switchNotes(job, locale).map((note) => (
    <p key={note} class="job-card__note">
      {note}
    </p>
  ));
}

/** The service's own sentence and code, for failures that our sentence does not explain. */
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

/** Names the login of a row, if others are there to be mixed up with it. */
function siteMark(
  { site, container }: Pick<Job, 'site' | 'container'>,
  showsSite: boolean,
  { sites }: Messages,
): string | undefined {
  if (site === undefined) return undefined;
  if (container !== undefined) return sites.inContainer(sites.names[site]);
  return showsSite ? sites.names[site] : undefined;
}
