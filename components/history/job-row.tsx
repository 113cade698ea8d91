import { useMemo } from 'preact/hooks';
import type { Job } from '@/lib/jobs/model/job';
import { ErrorBoundary } from '../ui/error-boundary';
import { useLocale } from '../ui/locale';
import { BrokenRow } from './broken-row';
import { JobCard } from './job-card';
import type { JobCardProps } from './job-card-props';

/** Props of a place in the list. */
export interface JobRowProps extends Omit<JobCardProps, 'job' | 'isAskedAbove'> {
  id: string;
  /** Undefined until it has been read. */
  job: Job | undefined;
  isSignInAskedAbove: boolean;
}

/** A row of the list, or its empty place while it is being read. */
export function JobRow({ id, job, isSignInAskedAbove, ...props }: JobRowProps) {
  const { messages } = useLocale();
  const { now, thumb, isFocused, place, selection } = props;
  const isAskedAbove = isSignInAskedAbove && job?.waiting?.reason === 'sign-in';
  // Scrolling draws the list again and again; the same card is not worked out anew each time.
  const card = useMemo(
    () =>
      job && (
        <ErrorBoundary
          subject={job}
          fallback={() => <BrokenRow job={job} actions={props.actions} place={place} />}
        >
          <JobCard {...props} job={job} isAskedAbove={isAskedAbove} />
        </ErrorBoundary>
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
