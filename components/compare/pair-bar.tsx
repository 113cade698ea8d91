import type { Job } from '@/lib/jobs/model/job';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { useLocale } from '../ui/locale';
import { Select } from '../ui/select';
import type { CompareActions } from './actions';
import { resultLabels } from './result-label';
import '../ui/icon-button.css';
import './pair-bar.css';

/** Where the image is among those that the person goes through, and what was decided about them. */
export interface ComparePlace {
  /** Position, from 1. */
  at: number;
  of: number;
  kept: number;
  discarded: number;
  /** Whether this one is kept. */
  isKept: boolean;
}

/** Props of the bar above the stage. */
export interface ComparePairBarProps {
  job: Job;
  /** Absent if there is only this image. */
  place: ComparePlace | undefined;
  /** Whether the last discarded image can be brought back. */
  canUndo: boolean;
  /** The results of the same source, this one among them. */
  results: readonly Job[];
  /** The job whose result stands on the left; absent: the source. */
  leftId: string | undefined;
  hasOriginal: boolean;
  actions: CompareActions;
}

/** Goes through the images, decides about each, and chooses what is compared. */
export function ComparePairBar(props: ComparePairBarProps) {
  const { place, canUndo, results, actions } = props;
  const { pairs } = useLocale().messages.compare;
  if (!place && !canUndo && results.length < 2) return null;
  return (
    <section class="compare-pairs" aria-label={pairs.title}>
      {place && (
        <span class="compare-pairs__group">
          <Step label={pairs.previous} by={-1} isEnd={place.at <= 1} onStep={actions.step} />
          <span class="compare-pairs__place">{pairs.place(place.at, place.of)}</span>
          <Step label={pairs.next} by={1} isEnd={place.at >= place.of} onStep={actions.step} />
        </span>
      )}
      {place && (
        <span class="compare-pairs__group">
          <Button variant={place.isKept ? 'soft' : 'quiet'} icon="check" onClick={actions.keep}>
            {place.isKept ? pairs.isKept : pairs.keep}
          </Button>
          <Button variant="quiet" icon="remove" onClick={actions.discard}>
            {pairs.discard}
          </Button>
        </span>
      )}
      {(place || canUndo) && <Decided {...props} />}
      {results.length > 1 && <Sides {...props} />}
    </section>
  );
}

interface StepProps {
  label: string;
  by: 1 | -1;
  isEnd: boolean;
  onStep: (by: 1 | -1) => void;
}

/** A disabled button would keep the focus and swallow the key that leads back. */
function Step({ label, by, isEnd, onStep }: StepProps) {
  return (
    <button
      type="button"
      class="icon-button"
      data-by={by}
      aria-label={label}
      title={label}
      aria-disabled={isEnd}
      onClick={() => !isEnd && onStep(by)}
    >
      <Icon name="chevron" />
    </button>
  );
}

function Decided({ place, canUndo, actions }: ComparePairBarProps) {
  const { compare, history } = useLocale().messages;
  const { kept = 0, discarded = 0 } = place ?? {};
  const words = [
    kept > 0 && compare.pairs.kept(kept),
    discarded > 0 && compare.pairs.discarded(discarded),
  ].filter((each) => each !== false);
  return (
    <span class="compare-pairs__group">
      <span role="status" class="compare-pairs__place">
        {words.join(' · ')}
      </span>
      {canUndo && (
        <Button variant="soft" onClick={actions.undo}>
          {history.undo}
        </Button>
      )}
    </span>
  );
}

/** Stands for the source in the list. No job has this id. */
const ORIGINAL = '';

function Sides({ job, results, leftId, hasOriginal, actions }: ComparePairBarProps) {
  const locale = useLocale();
  const { pairs } = locale.messages.compare;
  const labels = resultLabels(results, locale);
  const options = results.map(({ id }, at) => ({ value: id, label: labels[at] ?? '' }));
  const original = { value: ORIGINAL, label: pairs.original };
  return (
    <span class="compare-pairs__group compare-pairs__group--end">
      <Select
        label={pairs.left}
        options={hasOriginal ? [original, ...options] : options}
        value={leftId ?? ORIGINAL}
        onChange={(id) => actions.chooseLeft(id === ORIGINAL ? undefined : id)}
      />
      <Select label={pairs.right} options={options} value={job.id} onChange={actions.chooseRight} />
    </span>
  );
}
