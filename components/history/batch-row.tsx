import { useId, useState } from 'preact/hooks';
import type { BatchCounts, BatchSummary } from '@/lib/jobs/model/batch-counts';
import { plainText } from '@/lib/text/plain-text';
import { nameOf } from '../job/job-words';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { NumberField } from '../ui/number-field';
import { Progress } from '../ui/progress';
import type { HistoryActions } from './history-view';
import './batch-row.css';

/** Props of the row. */
export interface BatchRowProps {
  summary: BatchSummary;
  actions: Pick<
    HistoryActions,
    | 'pauseBatch'
    | 'resumeBatch'
    | 'setBatchBudget'
    | 'cancelBatchRest'
    | 'retryBatchFailed'
    | 'removeBatch'
  >;
}

/** Counts in the order shown. `found` is the sum of the others. */
const COUNTS = [
  'found',
  'large',
  'known',
  'done',
  'failed',
  'waiting',
  'cancelled',
  'gone',
] as const satisfies readonly (keyof BatchCounts)[];

/** Whether rows of a batch have not ended. */
export function hasWork({ counts }: BatchSummary): boolean {
  return counts.waiting > 0;
}

/** A batch: how far it is, and, once opened, its counts and what can be done with it. */
export function BatchRow({ summary, actions }: BatchRowProps) {
  const { batch, counts, spent, jumps, leftMs } = summary;
  const locale = useLocale();
  const { messages, formats } = locale;
  const { batch: words } = messages;
  const name = plainText(batch.name) || words.unnamed;
  const ended = counts.done + counts.failed + counts.cancelled + counts.gone;
  const left = leftMs !== undefined && words.left(formats.duration(leftMs));
  const jump = jumps.at(-1);
  const shown = COUNTS.filter((count) => count === 'found' || counts[count] > 0);

  return (
    <section class="batch-row" aria-label={name} data-paused={batch.paused !== undefined}>
      <div class="batch-row__head">
        <p class="batch-row__name" title={name}>
          <bdi>{name}</bdi>
        </p>
        {counts.waiting > 0 && (
          <Button
            variant={batch.paused ? 'primary' : 'quiet'}
            onClick={() =>
              batch.paused ? actions.resumeBatch(batch.id) : actions.pauseBatch(batch.id)
            }
          >
            {batch.paused ? words.resume : words.pause}
          </Button>
        )}
      </div>
      <Progress
        value={ended / Math.max(1, ended + counts.waiting)}
        label={words.progress(name)}
        text={words.counts.done(counts.done)}
      />
      <p class="batch-row__facts">
        <span>{words.counts.done(counts.done)}</span>
        {counts.waiting > 0 && <span>{words.counts.waiting(counts.waiting)}</span>}
        {counts.failed > 0 && <span>{words.counts.failed(counts.failed)}</span>}
        {left && <span>{left}</span>}
      </p>
      {batch.paused && counts.waiting > 0 && (
        <p class="batch-row__pause">{words.paused[batch.paused.by]}</p>
      )}
      {jump && (
        <p class="batch-row__jump">{words.jump(nameOf(jump, locale), jump.price, jump.expected)}</p>
      )}
      <details>
        <summary>{words.open}</summary>
        <ul class="batch-row__counts">
          {shown.map((count) => (
            <li key={count}>{words.counts[count](counts[count])}</li>
          ))}
        </ul>
        <p>{words.spent(spent, batch.budget)}</p>
        {counts.waiting > 0 && (
          <BudgetField
            budget={batch.budget}
            onSet={(budget) => actions.setBatchBudget(batch.id, budget)}
          />
        )}
        <div class="batch-row__buttons">
          {counts.failed > 0 && (
            <Button variant="soft" onClick={() => actions.retryBatchFailed(batch.id)}>
              {words.retryFailed}
            </Button>
          )}
          {counts.waiting > 0 && (
            <Button variant="quiet" onClick={() => actions.cancelBatchRest(batch.id)}>
              {words.cancelRest}
            </Button>
          )}
          <Button variant="quiet" onClick={() => actions.removeBatch(batch.id)}>
            {words.remove}
          </Button>
        </div>
      </details>
    </section>
  );
}

/** The most that a batch may cost. It is set by the button: a half-typed number must not start orders. */
function BudgetField(props: {
  budget: number | undefined;
  onSet: (budget: number | undefined) => void;
}) {
  const words = useLocale().messages.batch;
  const id = useId();
  const [entered, setEntered] = useState(props.budget);
  return (
    <div class="batch-row__budget">
      <span id={id}>{words.limit}</span>
      <NumberField value={entered} labelledBy={id} onChange={setEntered} />
      <Button
        variant="soft"
        disabled={entered === props.budget}
        onClick={() => props.onSet(entered)}
      >
        {words.setLimit}
      </Button>
    </div>
  );
}
