import { useId } from 'preact/hooks';
import type { ZipState } from '@/lib/jobs/model/zip-state';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { useLocale } from '../ui/locale';
import { Progress } from '../ui/progress';
import './bottom-bar.css';
import './zip-bar.css';

/** Props of the bar. */
export interface ZipBarProps {
  zip: ZipState;
  /** Whether another ZIP was wanted meanwhile. */
  isOtherRefused?: boolean | undefined;
  /** Stops packing, or takes note of the outcome. */
  onDismiss: () => void;
}

/** The bar below the history about the ZIP that is being made, or was made last. */
export function ZipBar({ zip, isOtherRefused = false, onDismiss }: ZipBarProps) {
  const words = useLocale().messages.history.zip;
  const { packed, missing, jobIds } = zip;
  const id = useId();
  if (zip.state === 'packing') {
    const done = packed + missing.length;
    const text = words.packing(done, jobIds.length);
    return (
      <div class="bottom-bar zip-bar">
        <div class="bottom-bar__words zip-bar__words">
          <span>{text}</span>
          <Progress value={done / jobIds.length} label={text} text={text} />
          {/* Always there: screen readers speak only changes of a region that they know. */}
          <output>{isOtherRefused && words.oneAtATime}</output>
        </div>
        <Button variant="soft" onClick={onDismiss}>
          {words.stop}
        </Button>
      </div>
    );
  }
  return (
    <div class="bottom-bar zip-bar" role="status">
      <Icon name={zip.state === 'failed' ? 'alert' : 'save'} size={14} />
      <div class="bottom-bar__words zip-bar__words">
        <span id={id}>{sentenceOf(zip, words)}</span>
        {zip.state === 'saving' && isOtherRefused && <span>{words.oneAtATime}</span>}
        {zip.state === 'saved' && missing.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard.
          <ul class="zip-bar__missing" tabIndex={0} aria-labelledby={id}>
            {missing.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        )}
      </div>
      {zip.state !== 'saving' && (
        <Button variant="soft" onClick={onDismiss}>
          {words.close}
        </Button>
      )}
    </div>
  );
}

type Words = ReturnType<typeof useLocale>['messages']['history']['zip'];

function sentenceOf(zip: Exclude<ZipState, { state: 'packing' }>, words: Words): string {
  if (zip.state === 'failed') return words.failures[zip.reason];
  if (zip.state === 'saving') return words.saving;
  return zip.missing.length > 0
    ? words.partly(zip.packed, zip.jobIds.length)
    : words.saved(zip.packed);
}
