import { useEffect, useRef, useState } from 'preact/hooks';
import type { Job } from '@/lib/jobs/job';
import { groupByDay } from '@/lib/jobs/selectors';
import type { Actions } from './actions';
import { Button } from './button';
import { JobCard } from './job-card';
import { useLocale } from './locale';
import './job-list.css';

/** Rows added at a time. */
const PAGE = 30;

/** Props of the history. */
export interface JobListProps {
  jobs: readonly Job[];
  now: number;
  thumbs: (id: string) => string | undefined;
  actions: Actions;
  onChooseFile: () => void;
  /** Whether a banner above already asks for the sign-in. */
  isSignInAskedAbove?: boolean;
  /** Row to bring into view and put the keyboard on. */
  focusedJobId?: string | undefined;
}

/** The history by day, newest first, a page at a time. */
export function JobList(props: JobListProps) {
  const { jobs, now, thumbs, actions, onChooseFile, focusedJobId } = props;
  const { messages, formats } = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);

  const sorted = jobs.toSorted((a, b) => b.createdAt - a.createdAt);
  const focusedAt = sorted.findIndex((job) => job.id === focusedJobId);
  const shown = Math.max(pages * PAGE, focusedAt + 1);
  const rest = sorted.length - shown;

  useFocusOn(root, focusedAt >= 0 ? focusedJobId : undefined);
  useFocusKept(root, jobs.length);

  const showMore = () => {
    setPages(Math.ceil(shown / PAGE) + 1);
    // The button may vanish: the keyboard goes on at the first new row.
    requestAnimationFrame(() => rowsIn(root.current)[shown]?.focus());
  };

  return (
    <div class="job-list" ref={root}>
      {groupByDay(sorted.slice(0, shown)).map((group) => (
        <section key={group.day}>
          <h2>{formats.day(group.day, now)}</h2>
          <ul>
            {group.jobs.map((job) => (
              <JobCard
                key={job.id}
                job={job}
                now={now}
                thumb={thumbs(job.id)}
                actions={actions}
                onChooseFile={onChooseFile}
                isAskedAbove={
                  props.isSignInAskedAbove === true && job.waiting?.reason === 'sign-in'
                }
                isFocused={job.id === focusedJobId}
              />
            ))}
          </ul>
        </section>
      ))}
      {rest > 0 && (
        <Button look="soft" onClick={showMore}>
          {messages.list.more(Math.min(PAGE, rest))}
        </Button>
      )}
    </div>
  );
}

type Root = { current: HTMLElement | null };

function rowsIn(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('.job-card') ?? [])];
}

/** Puts the keyboard on the first button of a row when the row becomes the one in question. */
function useFocusOn(root: Root, id: string | undefined): void {
  useEffect(() => {
    const row = id && rowsIn(root.current).find((each) => each.dataset.id === id);
    if (!row) return;
    row.scrollIntoView({ block: 'nearest' });
    (row.querySelector<HTMLElement>('.job-buttons button') ?? row).focus({ preventScroll: true });
  }, [root, id]);
}

/** Keeps the keyboard in the list when the row that had it is removed. */
function useFocusKept(root: Root, count: number): void {
  const last = useRef<number>(undefined);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const note = (event: FocusEvent) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>('.job-card');
      last.current = row ? rowsIn(element).indexOf(row) : undefined;
    };
    element.addEventListener('focusin', note);
    return () => element.removeEventListener('focusin', note);
  }, [root]);
  const before = useRef(count);
  useEffect(() => {
    const isShorter = count < before.current;
    before.current = count;
    if (!isShorter || last.current === undefined || document.activeElement !== document.body)
      return;
    const rows = rowsIn(root.current);
    rows[Math.min(last.current, rows.length - 1)]?.focus();
  }, [root, count]);
}
