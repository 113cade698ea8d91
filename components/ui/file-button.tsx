import { useRef } from 'preact/hooks';
import { Button } from './button';

/** Props of the button. */
export interface FileButtonProps {
  /** What stands on it, and names it. */
  label: string;
  /** Types of files, as the `accept` of a file field. */
  accept: string;
  onFile: (file: File) => void;
  disabled?: boolean;
}

/** Opens the browser's dialog for one file. The same file can be chosen again. */
export function FileButton({ label, accept, onFile, disabled = false }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="quiet" disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        accept={accept}
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          // Lets the same file be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
