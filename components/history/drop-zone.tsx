import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Target } from '@/lib/jimeng/model/tools';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import { Icon } from '../ui/icon';
import { useLocale } from '../ui/locale';
import { TargetSwitch } from '../ui/target-switch';
import './drop-zone.css';

/** Props of the drop zone. */
export interface DropZoneProps {
  target: Target;
  onTarget: (target: Target) => void;
  onFiles: (files: File[]) => void;
  /** Usual cost of recent orders. */
  costs?: UsualCosts | undefined;
  /** The file input, which a row can open too. */
  inputRef: RefObject<HTMLInputElement | null>;
}

/** Accepts images by drop, paste and file choice, and holds the size switch. Drop and paste work anywhere on the page. */
export function DropZone({ target, onTarget, onFiles, inputRef, costs }: DropZoneProps) {
  const { add } = useLocale().messages;
  const [isOver, setOver] = useState(false);
  const [isRefused, setRefused] = useState(false);

  const take = (files: Iterable<File>) => {
    const images = [...files].filter(isImage);
    setRefused(images.length === 0);
    if (images.length > 0) onFiles(images);
  };
  // The listeners live as long as the page and must see the latest props.
  const latest = useRef(take);
  latest.current = take;

  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      // No related target: the pointer left the page, not just one element of it.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!holdsFiles(event.dataTransfer)) return;
      // Otherwise the browser would show the file in place of the popup.
      event.preventDefault();
      latest.current(event.dataTransfer?.files ?? []);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (holdsFiles(event.clipboardData)) latest.current(event.clipboardData?.files ?? []);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, []);

  return (
    <div class="drop-zone" data-over={isOver}>
      <div class="drop-zone__row">
        <label class="drop-zone__choose">
          <input
            ref={inputRef}
            type="file"
            class="visually-hidden"
            multiple
            accept="image/*"
            aria-label={add.choose}
            onChange={(event) => {
              take(event.currentTarget.files ?? []);
              // Lets the person choose the same file again.
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
        <TargetSwitch target={target} onChange={onTarget} costs={costs} />
      </div>
      {target === '4k' && <p class="drop-zone__hint">{add.membership}</p>}
      {isRefused && (
        <p class="drop-zone__hint" data-tone="bad" role="alert">
          {add.notImages}
        </p>
      )}
    </div>
  );
}

function holdsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}

/** A missing type passes: some systems do not know WebP or AVIF, and the bytes decide later. */
function isImage(file: File): boolean {
  return file.type === '' || file.type.startsWith('image/');
}
