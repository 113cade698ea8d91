import { isEnded, type Job } from '@/lib/jobs/model/job';
import { plainText } from '@/lib/text/plain-text';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import type { Actions } from './actions';

/** Props of the placeholder for a broken row. */
export interface BrokenRowProps {
  job: Job;
  actions: Pick<Actions, 'remove' | 'cancel'>;
  place?: { at: number; of: number } | undefined;
}

/** Replaces a row whose card threw an error. Uses only the job's id and stage. */
export function BrokenRow({ job, actions, place }: BrokenRowProps) {
  const { messages } = useLocale();
  const { remove, cancel } = messages.actions;
  const name = plainText(String(job.name)) || messages.job.unnamed;
  return (
    <li
      class="job-card"
      data-mood="failed"
      data-broken
      data-id={job.id}
      tabIndex={-1}
      aria-label={name}
      aria-posinset={place?.at}
      aria-setsize={place?.of}
    >
      <div class="thumb" />
      <div class="job-card__body">
        <p class="job-card__name">
          <bdi>{name}</bdi>
        </p>
        <p class="trouble" data-tone="bad">
          {messages.broken.row}
        </p>
        <div class="job-buttons">
          <span class="job-buttons__rest">
            {isEnded(job) ? (
              <IconButton icon="remove" label={remove} onClick={() => actions.remove(job.id)} />
            ) : (
              <IconButton icon="close" label={cancel} onClick={() => actions.cancel(job.id)} />
            )}
          </span>
        </div>
      </div>
    </li>
  );
}
