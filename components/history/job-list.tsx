import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { HistoryEntry } from '@/lib/jobs/model/history-entry';
import { useLocale } from '../ui/locale';
import type { Actions } from './actions';
import type { HistoryView } from './history-view';
import { JobRow, type JobRowProps } from './job-row';
import { type Chunk, chunksOf, type Part } from './list-chunks';
import { useFocusKept, useRowKeys } from './roving-focus';
import { useVirtualList } from './virtual-list';
import './job-list.css';

/** Props of the history. */
export interface JobListProps {
  history: Pick<HistoryView, 'entries' | 'isWhole' | 'counts' | 'jobs' | 'thumbs' | 'query'>;
  now: number;
  actions: Actions;
  onChooseFile: () => void;
  /** Called with the rendered rows whenever they change. */
  onShow: (ids: readonly string[]) => void;
  /** Called when the end of what was read comes into view. */
  onEnd: () => void;
  /** The site that a banner above the list already asks to sign in to. */
  signInAskedAbove?: SiteName | undefined;
  /** Whether rows name their site. */
  showsSite?: boolean;
  /** Job to bring into view and focus. */
  focusedJobId?: string | undefined;
  /** The selected jobs; undefined unless the person selects. */
  selected?: ReadonlySet<string> | undefined;
  onToggle?: (id: string) => void;
}

/** The rows of the history near the window; grouped by day if sorted by time. */
export function JobList(props: JobListProps) {
  const { history, onShow, onEnd, focusedJobId } = props;
  const { entries, isWhole, query } = history;
  const { messages } = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const isByDay = query.sort === 'newest' || query.sort === 'oldest';
  const chunks = useMemo(() => chunksOf(entries, isByDay), [entries, isByDay]);
  const [wanted, setWanted] = useState<string>();
  useEffect(() => setWanted(focusedJobId), [focusedJobId]);

  const wantedAt = wanted === undefined ? -1 : entries.findIndex(({ id }) => id === wanted);
  const pieces = useVirtualList(
    root,
    chunks,
    ({ from, size }) => wantedAt >= from && wantedAt < from + size,
  );
  const shown = pieces.filter((piece) => typeof piece !== 'number');
  const ids = shown.flatMap(({ parts }) =>
    parts.flatMap((part) => part.entries.map(({ id }) => id)),
  );
  const idsKey = ids.join();
  const latest = useRef(ids);
  latest.current = ids;
  useEffect(() => onShow(latest.current), [idsKey, onShow]);

  const isEndShown = shown.at(-1) !== undefined && shown.at(-1) === chunks.at(-1);
  const isWantedUnread = wanted !== undefined && wantedAt < 0;
  useEffect(() => {
    if (!isWhole && (isEndShown || isWantedUnread)) onEnd();
  }, [isWhole, isEndShown, isWantedUnread, onEnd]);

  const onKeyDown = useRowKeys(root, entries, wanted, setWanted, {
    isRead: wanted !== undefined && history.jobs.has(wanted),
    isButton: wanted === focusedJobId,
  });
  useFocusKept(root, entries);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the rows inside
    <div class="job-list" ref={root} onKeyDown={onKeyDown}>
      {pieces.map((piece, at) =>
        typeof piece === 'number' ? (
          <div key={`gap after ${at}`} style={{ blockSize: `${piece}px` }} />
        ) : (
          <div key={piece.key} class="job-list__chunk" data-key={piece.key}>
            {piece.parts.map((part) => (
              <Day
                key={part.day}
                {...props}
                part={part}
                from={piece.from + indexIn(piece, part)}
                // A list that is not wholly read is never filtered.
                total={isWhole ? entries.length : history.counts.all}
              />
            ))}
          </div>
        ),
      )}
      {entries.length === 0 && <p class="job-list__none">{messages.history.nothing}</p>}
    </div>
  );
}

function indexIn({ parts }: Chunk, part: Part): number {
  const before = parts.slice(0, parts.indexOf(part));
  return before.reduce((sum, { entries }) => sum + entries.length, 0);
}

/** Props of the rows of a day within a chunk. */
interface DayProps extends JobListProps {
  part: Part;
  /** Position of the first of these rows in the list, from 0. */
  from: number;
  total: number;
}

function Day(props: DayProps) {
  const { part, from, total, history, now, selected, onToggle = () => {} } = props;
  const { formats } = useLocale();
  const title = part.day === undefined ? undefined : formats.day(part.day, now);
  const row = (entry: HistoryEntry, index: number): JobRowProps => ({
    id: entry.id,
    job: history.jobs.get(entry.id),
    thumb: history.thumbs.get(entry.id),
    place: { at: from + index + 1, of: total },
    now,
    actions: props.actions,
    onChooseFile: props.onChooseFile,
    signInAskedAbove: props.signInAskedAbove,
    showsSite: props.showsSite === true,
    isFocused: entry.id === props.focusedJobId,
    ...(selected && {
      selection: { isSelected: selected.has(entry.id), onToggle: () => onToggle(entry.id) },
    }),
  });
  return (
    <section aria-label={part.isContinued ? undefined : title} data-continued={part.isContinued}>
      {title && !part.isContinued && <h2>{title}</h2>}
      <ul>
        {part.entries.map((entry, index) => (
          <JobRow key={entry.id} {...row(entry, index)} />
        ))}
      </ul>
    </section>
  );
}
