import { useId, useState } from 'preact/hooks';
import { estimate } from '@/lib/picker/estimate';
import type { PickerView } from '@/lib/picker/picker';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { NumberField } from '../ui/number-field';
import { TargetSwitch } from '../ui/target-switch';
import type { PickerActions } from './actions';
import { CheckBox } from './check-box';
import { CostWords } from './cost-words';
import type { Outcome, PickerData } from './view';
import './start-bar.css';

/** Props of the bar at the lower edge. */
export interface StartBarProps
  extends Pick<PickerData, 'target' | 'costs' | 'account' | 'outcome'> {
  view: PickerView;
  actions: PickerActions;
}

/** How many, to which size, what it will cost, and the button that starts it. */
export function StartBar({ view, target, costs, account, outcome, actions }: StartBarProps) {
  const { messages, formats } = useLocale();
  const { start } = messages.picker;
  const [hasLarge, setLarge] = useState(false);
  const [hasDone, setDone] = useState(false);
  const [budget, setBudget] = useState<number>();
  const limitId = useId();
  const { picked, hiddenTicks, pendingTicks } = view;
  const credits = account.state === 'signed-in' ? account.credits?.total : undefined;
  const plan = estimate(picked, { target, hasLarge, hasDone }, costs, credits);
  const count = plan.pictures.length;
  const request = {
    pictures: plan.pictures,
    leftOut: { large: hasLarge ? 0 : plan.large, known: hasDone ? 0 : plan.done },
    ...(budget !== undefined && { budget }),
  };
  const untickHidden = () => {
    const shown = new Set(view.shown.map(({ id }) => id));
    const ids = picked.flatMap(({ id }) => (shown.has(id) ? [] : [id]));
    actions.dispatch({ type: 'ticked', ids, isOn: false });
  };
  return (
    <section class="picker-start" aria-label={messages.add.target}>
      <div class="picker-start__words">
        <p>
          <b>{start.ticked(picked.length)}</b>
          {pendingTicks > 0 && <span>{start.pending(pendingTicks)}</span>}
          {hiddenTicks > 0 && (
            <span>
              {start.hidden(hiddenTicks)}
              <button type="button" class="picker-link" onClick={untickHidden}>
                {start.untickHidden}
              </button>
            </span>
          )}
        </p>
        {(plan.large > 0 || plan.done > 0) && (
          <p>
            {plan.large > 0 && (
              <span>
                {start.large(plan.large)}
                <CheckBox label={start.withLarge} isOn={hasLarge} onChange={setLarge} />
              </span>
            )}
            {plan.done > 0 && (
              <span>
                {start.done(plan.done)}
                <CheckBox label={start.withDone} isOn={hasDone} onChange={setDone} />
              </span>
            )}
          </p>
        )}
        {count > 0 && (
          <p class="picker-start__cost">
            <CostWords cost={plan.cost} left={plan.left} />
          </p>
        )}
        <OutcomeWords outcome={outcome} onShow={actions.showHistory} />
      </div>
      <div class="picker-start__buttons">
        <span id={limitId}>{messages.batch.limit}</span>
        <NumberField value={budget} labelledBy={limitId} onChange={setBudget} />
        <TargetSwitch target={target} onChange={actions.setTarget} costs={costs} />
        <Button
          disabled={count === 0 || outcome.kind === 'reading'}
          onClick={() => actions.start(request)}
        >
          {start.button(count > 0 ? formats.number(count) : '')}
        </Button>
      </div>
    </section>
  );
}

/** What became of the last start. */
function OutcomeWords({ outcome, onShow }: { outcome: Outcome; onShow: () => void }) {
  const { start } = useLocale().messages.picker;
  return (
    <p class="picker-start__outcome" data-kind={outcome.kind} role="status">
      {outcome.kind === 'reading' && start.busy}
      {outcome.kind === 'failed' && start.failed}
      {outcome.kind === 'added' && (
        <>
          <b>{start.added(outcome.added)}</b>
          {outcome.unread > 0 && <span>{start.unread(outcome.unread)}</span>}
          <button type="button" class="picker-link" onClick={onShow}>
            {start.history}
          </button>
        </>
      )}
    </p>
  );
}
