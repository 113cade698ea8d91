import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Intake } from '@/lib/intake/given';
import { type Offered, offeredFiles } from '@/lib/intake/offered';
import type { Target } from '@/lib/jimeng/model/tools';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import { TargetSwitch } from '../ui/target-switch';
import { IntakeLine, type IntakeState } from './intake-line';
import { useOffers } from './use-offers';
import './drop-zone.css';

/** Props of the drop zone. */
export interface DropZoneProps {
  target: Target;
  onTarget: (target: Target) => void;
  /** As `Actions.addImages`. */
  onOffered: (offered: Offered, onAdded: (count: number) => void) => Promise<Intake | undefined>;
  /** As `Actions.allowPatterns`. */
  onAllow: (patterns: string[]) => void;
  /** What recent orders cost, where known. */
  costs?: UsualCosts | undefined;
  /** The file input. Rows open it too. */
  inputRef: RefObject<HTMLInputElement | null>;
}

/**
 * Accepts images, folders, archives and addresses by drop, paste and dialog, and holds the choice of size. Drop and
 * paste work anywhere in the page.
 */
export function DropZone({ target, onTarget, onOffered, onAllow, inputRef, costs }: DropZoneProps) {
  const { add, intake } = useLocale().messages;
  const [state, setState] = useState<IntakeState>();
  const turn = useRef(0);

  const take = async (offered: Offered) => {
    turn.current += 1;
    const mine = turn.current;
    // A later drop has the line.
    const show = (next: IntakeState | undefined) => {
      if (mine === turn.current) setState(next);
    };
    show({ isReading: true, added: 0 });
    show(await onOffered(offered, (added) => show({ isReading: true, added })));
  };
  const isOver = useOffers((offered) => void take(offered));

  return (
    <div class="drop-zone" data-over={isOver}>
      <div class="drop-zone__row">
        <label class="drop-zone__choose">
          <input
            ref={inputRef}
            type="file"
            class="visually-hidden"
            multiple
            accept="image/*,.zip,.cbz"
            aria-label={add.choose}
            onChange={(event) => {
              void take(offeredFiles(event.currentTarget.files ?? []));
              // Lets the same file be chosen again.
              event.currentTarget.value = '';
            }}
          />
          <Icon name="add" size={18} />
          {isOver ? (
            <b>{add.dropNow}</b>
          ) : (
            <span>
              <b>{add.invite.drop}</b>
              {add.invite.or}
              <b class="drop-zone__link">{add.invite.choose}</b>
              {add.invite.what}
            </span>
          )}
        </label>
        <IconButton
          icon="folder"
          label={intake.chooseFolder}
          onClick={() => chooseFolder((files) => void take(offeredFiles(files)))}
        />
        <TargetSwitch target={target} onChange={onTarget} costs={costs} />
      </div>
      {target === '4k' && <p class="drop-zone__hint">{add.membership}</p>}
      <IntakeLine
        state={state}
        onAllow={(patterns) => {
          onAllow(patterns);
          setState((before) =>
            before && 'patterns' in before ? { ...before, patterns: [] } : before,
          );
        }}
      />
    </div>
  );
}

/** Opens the dialog for a folder. Must be called inside a click. An input takes either files or folders. */
function chooseFolder(onChosen: (files: FileList) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  input.addEventListener('change', () => {
    if (input.files && input.files.length > 0) onChosen(input.files);
  });
  input.click();
}
