import { useMemo } from 'preact/hooks';
import type { Job } from '@/lib/jobs/model/job';
import { Boundary } from '../ui/boundary';
import { useLocale } from '../ui/locale';
import { BrokenRow } from './broken-row';
import { JobCard } from './job-card';
import type { JobCardProps } from './job-card-props';

/** Props of a row of the list. */
export interface JobRowProps extends Omit<JobCardProps, 'job' | 'isAskedAbove'> {
  id: string;
  /** Undefined until it has been read. */
  job: Job | undefined;
  isSignInAskedAbove: boolean;
}

/** A row of the list, or its placeholder while the job is being read. */
export function JobRow({ id, job, isSignInAskedAbove, ...props }: JobRowProps) {
  const { messages } = useLocale();
  const { now, thumb, isFocused, place, selection } = props;
  const isAskedAbove = isSignInAskedAbove && job?.waiting?.reason === 'sign-in';
  // Scrolling renders the list often, so unchanged cards are memoised.
  const card = useMemo(
    () =>
      job && (
        <Boundary
          subject={job}
          fallback={() => <BrokenRow job={job} actions={props.actions} place={place} />}
        >
          <JobCard {...props} job={job} isAskedAbove={isAskedAbove} />
        </Boundary>
      ),
    [
      job,
      now,
      thumb,
      isFocused,
      isAskedAbove,
      place?.at,
      place?.of,
      selection?.isSelected,
      messages,
    ],
  );
  if (card) return card;
  return (
    <li
      class="job-card"
      data-unread
      data-id={id}
      tabIndex={-1}
      aria-busy="true"
      aria-label={messages.history.reading}
      aria-posinset={props.place?.at}
      aria-setsize={props.place?.of}
    >
      <div class="thumb" />
    </li>
  );
}
