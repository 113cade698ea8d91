import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { BatchSummary } from '@/lib/jobs/model/batch-counts';
import type { PriceJump } from '@/lib/jobs/model/order-record';
import { useLocale } from '../ui/locale';
import type { Actions } from './actions';
import { BatchRow, type BatchRowProps, batchName } from './batch-row';
import type { HistoryView } from './history-view';
import { JobRow, type JobRowProps } from './job-row';
import { chunksOf, type Part } from './list-chunks';
import { type ListedHistory, type ListRow, rowsOf } from './list-rows';
import { useFocusKept, useRowKeys } from './roving-focus';
import { useVirtualList } from './virtual-list';
import './job-list.css';

/** Props of the history. */
export interface JobListProps {
  history: Pick<HistoryView, 'jobs' | 'thumbs'> & ListedHistory;
  now: number;
  actions: Actions & BatchRowProps['actions'];
  /** Ids of the batches that are open. */
  opened: ReadonlySet<string>;
  onOpen: (batchId: string, isOpen: boolean) => void;
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
  /** Selects these jobs, or no longer. */
  onSelect?: (ids: readonly string[], isSelected: boolean) => void;
}

/** The rows of the history near the window; by day and with its batches if sorted by time. */
export function JobList(props: JobListProps) {
  const { history, opened, onOpen, onShow, onEnd, focusedJobId } = props;
  const { entries, isWhole, counts, batches, listed } = history;
  const { messages } = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const isByDay = listed.sort === 'newest' || listed.sort === 'oldest';
  const rows = useMemo(
    () => rowsOf({ entries, isWhole, counts, batches, listed }, opened),
    [entries, isWhole, counts, batches, listed, opened],
  );
  const chunks = useMemo(() => chunksOf(rows, isByDay), [rows, isByDay]);
  const jumps = useMemo(
    () => new Map(batches.flatMap((each) => each.jumps.map((jump) => [jump.jobId, jump]))),
    [batches],
  );
  const [wanted, setWanted] = useState<string>();
  useEffect(() => setWanted(focusedJobId), [focusedJobId]);

  const wantedAt = wanted === undefined ? -1 : rows.findIndex(({ id }) => id === wanted);
  const closedOne = wanted !== undefined && wantedAt < 0 ? closedAround(wanted, rows) : undefined;
  useEffect(() => {
    if (closedOne !== undefined) onOpen(closedOne, true);
  }, [closedOne, onOpen]);
  const pieces = useVirtualList(
    root,
    chunks,
    ({ from, size }) => wantedAt >= from && wantedAt < from + size,
  );
  const shown = pieces.filter((piece) => typeof piece !== 'number');
  const ids = shown.flatMap(({ parts }) =>
    parts.flatMap((part) => part.rows.flatMap(({ kind, id }) => (kind === 'job' ? id : []))),
  );
  const idsKey = ids.join();
  const latest = useRef(ids);
  latest.current = ids;
  useEffect(() => onShow(latest.current), [idsKey, onShow]);

  const isEndShown = shown.at(-1) !== undefined && shown.at(-1) === chunks.at(-1);
  const isWantedUnread = wanted !== undefined && wantedAt < 0 && closedOne === undefined;
  useEffect(() => {
    if (!isWhole && (isEndShown || isWantedUnread)) onEnd();
  }, [isWhole, isEndShown, isWantedUnread, onEnd]);

  const onKeyDown = useRowKeys(root, rows, wanted, setWanted, {
    isRead: wanted !== undefined && (rows[wantedAt]?.kind === 'batch' || history.jobs.has(wanted)),
    isButton: wanted === focusedJobId,
  });
  useFocusKept(root, rows);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the rows inside
    <div class="job-list" ref={root} onKeyDown={onKeyDown}>
      {pieces.map((piece, at) =>
        typeof piece === 'number' ? (
          <div key={`gap after ${at}`} style={{ blockSize: `${piece}px` }} />
        ) : (
          <div key={piece.key} class="job-list__chunk" data-key={piece.key}>
            {piece.parts.map((part) => (
              <Day key={part.day} {...props} part={part} jumps={jumps} />
            ))}
          </div>
        ),
      )}
      {entries.length === 0 && <p class="job-list__none">{messages.history.nothing}</p>}
    </div>
  );
}

/** The closed batch that a job is in. */
function closedAround(jobId: string, rows: readonly ListRow[]): string | undefined {
  for (const row of rows) {
    if (row.kind !== 'batch' || row.isOpen) continue;
    if (row.entries.some(({ id }) => id === jobId)) return row.summary.batch.id;
  }
  return undefined;
}

/** Props of the rows of a day within a chunk. */
interface DayProps extends JobListProps {
  part: Part;
  /** Orders that cost more than expected, by job. */
  jumps: ReadonlyMap<string, PriceJump>;
}

function Day(props: DayProps) {
  const { part, now } = props;
  const locale = useLocale();
  const title = part.day === undefined ? undefined : locale.formats.day(part.day, now);
  return (
    <section aria-label={part.isContinued ? undefined : title} data-continued={part.isContinued}>
      {title && !part.isContinued && <h2>{title}</h2>}
      {listsIn(part).map(({ inside, rows }, index) => (
        <ul
          key={index}
          data-inside={inside !== undefined}
          aria-label={inside && batchName(inside, locale)}
        >
          {rows.map((row) =>
            row.kind === 'job' ? (
              <JobRow key={row.id} {...jobRowProps(row, props)} />
            ) : (
              <BatchRow key={row.id} {...batchRowProps(row, props)} />
            ),
          )}
        </ul>
      ))}
    </section>
  );
}

/** Rows of one list: those of an open batch have one of their own. */
interface Rows {
  inside?: BatchSummary | undefined;
  rows: ListRow[];
}

function listsIn({ rows }: Part): Rows[] {
  const lists: Rows[] = [];
  for (const row of rows) {
    const inside = row.kind === 'job' ? row.inside : undefined;
    const last = lists.at(-1);
    if (last && last.inside === inside) last.rows.push(row);
    else lists.push({ inside, rows: [row] });
  }
  return lists;
}

function jobRowProps({ id, place }: ListRow, props: DayProps): JobRowProps {
  const { history, now, jumps, selected, onSelect = () => {} } = props;
  const isSelected = selected?.has(id) === true;
  return {
    id,
    job: history.jobs.get(id),
    thumb: history.thumbs.get(id),
    place,
    now,
    jump: jumps.get(id),
    actions: props.actions,
    onChooseFile: props.onChooseFile,
    signInAskedAbove: props.signInAskedAbove,
    showsSite: props.showsSite === true,
    isFocused: id === props.focusedJobId,
    ...(selected && { selection: { isSelected, onToggle: () => onSelect([id], !isSelected) } }),
  };
}

function batchRowProps(row: ListRow & { kind: 'batch' }, props: DayProps): BatchRowProps {
  const { id, summary, place, isOpen, entries } = row;
  const { selected, onSelect = () => {}, onOpen } = props;
  const ids = entries.map((entry) => entry.id);
  const count = selected ? ids.filter((each) => selected.has(each)).length : 0;
  const isAll = count === ids.length;
  return {
    id,
    summary,
    place,
    isOpen,
    actions: props.actions,
    onToggle: () => onOpen(summary.batch.id, !isOpen),
    selection: selected && {
      selected: isAll ? 'all' : count > 0 ? 'some' : 'none',
      onToggle: () => onSelect(ids, !isAll),
    },
  };
}
