import { useId, useState } from 'preact/hooks';
import { BATCH_QUESTIONS } from '@/lib/jobs/model/batch';
import { BATCH_COUNTS, type BatchSummary } from '@/lib/jobs/model/batch-counts';
import { plainText } from '@/lib/text/plain-text';
import { nameOf, queueOf } from '../job/job-words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { type Locale, useLocale } from '../ui/locale';
import { NumberField } from '../ui/number-field';
import { Progress } from '../ui/progress';
import type { HistoryActions } from './history-view';
import type { RowPlace } from './list-rows';
import { useReplacing } from './replacing';
import './batch-row.css';

/** What a person can do with a batch. */
type BatchActions = Pick<
  HistoryActions,
  | 'pauseBatch'
  | 'resumeBatch'
  | 'setBatchBudget'
  | 'cancelBatchRest'
  | 'retryBatchFailed'
  | 'answerBatch'
  | 'removeBatch'
  | 'readBatch'
>;

/** Props of the row. */
export interface BatchRowProps {
  /** Of the row in the list. */
  id: string;
  summary: BatchSummary;
  place: RowPlace;
  isOpen: boolean;
  onToggle: () => void;
  actions: BatchActions;
  /** Present while the person selects jobs: whether all of its jobs are, or some. */
  selection?: { selected: 'all' | 'some' | 'none'; onToggle: () => void } | undefined;
}

/** Name of the batch: the title of its page as plain text, or a default. */
export function batchName({ batch }: BatchSummary, { messages }: Locale): string {
  return plainText(batch.name) || messages.batch.unnamed;
}

/** Whether rows of a batch have not ended. */
export function hasWork({ counts }: BatchSummary): boolean {
  return counts.waiting > 0;
}

/** A batch: how far it is; once opened, also what can be done with it. Its jobs are the rows below. */
export function BatchRow(props: BatchRowProps) {
  const { id, summary, place, isOpen, onToggle, actions, selection } = props;
  const { batch, counts, jumps } = summary;
  const locale = useLocale();
  const { history, batch: words } = locale.messages;
  const name = batchName(summary, locale);
  const ended = counts.done + counts.failed + counts.cancelled + counts.gone;
  const jump = jumps.at(-1);
  const isHeld = batch.paused !== undefined && hasWork(summary);
  const isBudgetAsked = isHeld && batch.paused?.by === 'budget';

  return (
    <li
      class="batch-row"
      data-id={id}
      data-paused={isHeld}
      tabIndex={-1}
      aria-label={name}
      aria-posinset={place.at}
      aria-setsize={place.of}
    >
      <div class="batch-row__summary">
        <div class="batch-row__head">
          {selection && (
            <input
              type="checkbox"
              checked={selection.selected === 'all'}
              ref={(input) => {
                if (input) input.indeterminate = selection.selected === 'some';
              }}
              aria-label={history.choose(name)}
              onChange={selection.onToggle}
            />
          )}
          <button
            type="button"
            class="batch-row__toggle"
            aria-expanded={isOpen}
            title={name}
            onClick={onToggle}
          >
            <Icon name="chevron" />
            <span class="batch-row__name">
              <bdi>{name}</bdi>
            </span>
          </button>
          {!selection && <MainButton summary={summary} actions={actions} />}
        </div>
        {hasWork(summary) && (
          <Progress
            value={ended / (ended + counts.waiting)}
            label={words.progress(name)}
            text={words.counts.done(counts.done)}
          />
        )}
        <p class="batch-row__facts">
          {BATCH_COUNTS.filter((count) => count === 'found' || counts[count] > 0).map((count) => (
            <span key={count} data-count={count}>
              {words.counts[count](counts[count])}
            </span>
          ))}
        </p>
        <Outlook summary={summary} />
      </div>
      {batch.paused && isHeld && <p class="batch-row__pause">{words.paused[batch.paused.by]}</p>}
      {jump && (
        <p class="batch-row__jump">{words.jump(nameOf(jump, locale), jump.price, jump.expected)}</p>
      )}
      {!selection && <Questions summary={summary} actions={actions} />}
      {isOpen && <p>{words.spent(summary.spent, batch.budget)}</p>}
      {!selection && hasWork(summary) && (isOpen || isBudgetAsked) && (
        <BudgetField
          budget={batch.budget}
          onSet={(budget) => actions.setBatchBudget(batch.id, budget)}
        />
      )}
      {!selection && isOpen && <MoreButtons summary={summary} actions={actions} />}
    </li>
  );
}

/** What is to be expected: the time left, the place in the service's queue, and what the person has to do. */
function Outlook({ summary: { leftMs, queue, needs } }: { summary: BatchSummary }) {
  const locale = useLocale();
  const { batch: words } = locale.messages;
  if (leftMs === undefined && !queue && needs === 0) return null;
  return (
    <p class="batch-row__facts">
      {needs > 0 && <span class="batch-row__needs">{words.needs(needs)}</span>}
      {leftMs !== undefined && <span>{words.left(locale.formats.duration(leftMs))}</span>}
      {queue && <span>{queueOf(queue, locale)}</span>}
    </p>
  );
}

/** What several rows ask alike, to be answered once. */
function Questions({ summary: { batch, asks }, actions }: ButtonsProps) {
  const { batch: words, actions: names } = useLocale().messages;
  return BATCH_QUESTIONS.filter((question) => asks[question] > 0).map((question) => (
    <div key={question} class="batch-row__question">
      <p>{words.asks[question](asks[question])}</p>
      <div class="batch-row__buttons">
        <Button onClick={() => actions.answerBatch(batch.id, question, 'leave')}>
          {words.leave[question]}
        </Button>
        <Button variant="quiet" onClick={() => actions.answerBatch(batch.id, question, 'upscale')}>
          {names.upscaleAnyway}
        </Button>
      </div>
    </div>
  ));
}

interface ButtonsProps {
  summary: BatchSummary;
  actions: BatchActions;
}

/** The button of a closed row: pauses and goes on, or retries what has failed. */
function MainButton({ summary, actions }: ButtonsProps) {
  const words = useLocale().messages.batch;
  const { batch, counts } = summary;
  if (!hasWork(summary)) {
    if (counts.failed === 0) return null;
    return (
      <Button variant="soft" onClick={() => actions.retryBatchFailed(batch.id)}>
        {words.retryFailed}
      </Button>
    );
  }
  return batch.paused ? (
    <Button onClick={() => actions.resumeBatch(batch.id)}>{words.resume}</Button>
  ) : (
    <Button variant="quiet" onClick={() => actions.pauseBatch(batch.id)}>
      {words.pause}
    </Button>
  );
}

function MoreButtons({ summary, actions }: ButtonsProps) {
  const { batch: words, replace } = useLocale().messages;
  const replacing = useReplacing();
  const { batch, counts } = summary;
  const isShown = replacing?.batchIds.includes(batch.id);
  return (
    <div class="batch-row__buttons">
      <Button variant="soft" icon="read" onClick={() => actions.readBatch(batch.id)}>
        {words.read}
      </Button>
      {hasWork(summary) && counts.failed > 0 && (
        <Button variant="soft" onClick={() => actions.retryBatchFailed(batch.id)}>
          {words.retryFailed}
        </Button>
      )}
      {hasWork(summary) && (
        <Button variant="quiet" onClick={() => actions.cancelBatchRest(batch.id)}>
          {words.cancelRest}
        </Button>
      )}
      {replacing && counts.done > 0 && (
        <Button
          variant="quiet"
          onClick={() => {
            if (isShown) replacing.actions.hideBatch(batch.id);
            else replacing.actions.showBatch(batch.id);
          }}
        >
          {isShown ? replace.hide : replace.show}
        </Button>
      )}
      <Button variant="quiet" onClick={() => actions.removeBatch(batch.id)}>
        {words.remove}
      </Button>
    </div>
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
      <NumberField value={entered} labelledBy={id} onChange={setEntered} onTyping={setEntered} />
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
