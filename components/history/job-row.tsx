import { useMemo } from 'preact/hooks';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Job } from '@/lib/jobs/model/job';
import { goesByClock } from '@/lib/jobs/model/selectors';
import { ErrorBoundary } from '../ui/error-boundary';
import { LocaleContext, useLocale } from '../ui/locale';
import { BrokenRow } from './broken-row';
import { JobCard } from './job-card';
import type { JobCardProps } from './job-card-props';

/** Props of a row. */
export interface JobRowProps extends Omit<JobCardProps, 'job' | 'isAskedAbove'> {
  id: string;
  /** Undefined until it was read. */
  job: Job | undefined;
  /** The site that a banner above asks to sign in to. */
  signInAskedAbove: SiteName | undefined;
}

/** A row of the list, or a placeholder while the job is read. */
export function JobRow({ id, job, signInAskedAbove, ...props }: JobRowProps) {
  const locale = useLocale();
  const { messages } = locale;
  const { now, thumb, isFocused, place, jump, selection, showsSite } = props;
  // A row that was never uploaded is about the site of the next image.
  const site = job?.site ?? locale.site;
  const own = useMemo(() => (site === locale.site ? locale : locale.about(site)), [locale, site]);
  // The banner is about normal tabs.
  const isAskedAbove =
    signInAskedAbove === site && job?.waiting?.reason === 'sign-in' && job.container === undefined;
  // Scrolling re-renders the list often. An unchanged card is not rendered again.
  const card = useMemo(
    () =>
      job && (
        <ErrorBoundary
          subject={job}
          fallback={() => <BrokenRow job={job} actions={props.actions} place={place} />}
        >
          <LocaleContext.Provider value={own}>
            <JobCard {...props} job={job} isAskedAbove={isAskedAbove} />
          </LocaleContext.Provider>
        </ErrorBoundary>
      ),
    [
      job,
      job && goesByClock(job) ? now : 0,
      thumb,
      isFocused,
      isAskedAbove,
      place?.at,
      place?.of,
      jump?.price,
      jump?.expected,
      selection?.isSelected,
      showsSite,
      own,
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
      aria-posinset={place?.at}
      aria-setsize={place?.of}
    >
      <div class="thumb" />
    </li>
  );
}
