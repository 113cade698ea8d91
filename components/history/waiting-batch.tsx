import { useId, useState } from 'preact/hooks';
import type { Target } from '@/lib/jimeng/model/tools';
import type { WaitingBatch } from '@/lib/jobs/model/batch';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import { plainText } from '@/lib/text/plain-text';
import { CostWords } from '../picker/cost-words';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { NumberField } from '../ui/number-field';
import type { HistoryActions } from './history-view';
import './waiting-batch.css';

/** Props of the row. */
export interface WaitingBatchProps {
  batch: WaitingBatch;
  target: Target;
  /** What recent orders cost, where known. */
  costs: UsualCosts | undefined;
  /** The balance, where known. */
  credits: number | undefined;
  actions: Pick<HistoryActions, 'startBatch' | 'discardBatch'>;
}

/** Images that were handed in together: what upscaling them will cost, and the button that starts it. */
export function WaitingBatchRow({ batch, target, costs, credits, actions }: WaitingBatchProps) {
  const { messages, formats } = useLocale();
  const [budget, setBudget] = useState<number>();
  const limitId = useId();
  const each = costs?.[target]?.credits;
  const cost = each === undefined ? undefined : each * batch.size;
  const left = cost === undefined || credits === undefined ? undefined : credits - cost;
  const name = plainText(batch.name) || messages.batch.unnamed;
  return (
    <section class="waiting-batch" aria-label={name}>
      <p class="waiting-batch__name" title={name}>
        <bdi>{name}</bdi>
      </p>
      <p class="waiting-batch__words" role="status">
        <span>{messages.intake.waiting(batch.size)}</span>
        <CostWords cost={cost} left={left} />
      </p>
      <div class="waiting-batch__limit">
        <span id={limitId}>{messages.batch.limit}</span>
        <NumberField value={budget} labelledBy={limitId} onChange={setBudget} />
      </div>
      <div class="waiting-batch__buttons">
        <Button onClick={() => actions.startBatch(batch.id, target, budget)}>
          {messages.picker.start.button(formats.number(batch.size))}
        </Button>
        <Button variant="quiet" onClick={() => actions.discardBatch(batch.id)}>
          {messages.intake.discard}
        </Button>
      </div>
    </section>
  );
}
