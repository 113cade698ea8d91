import { useId } from 'preact/hooks';

/** Props of an option. */
export interface WelcomeOptionProps {
  /** Name of the group. */
  name: string;
  words: string;
  hint: string;
  /** A second line below the hint. */
  note?: string | undefined;
  isChosen: boolean;
  onChoose: () => void;
}

/** One of a few options. Controlled: after a refused permission the other option stays chosen. */
export function WelcomeOption({ name, words, hint, note, isChosen, onChoose }: WelcomeOptionProps) {
  const id = useId();
  return (
    <label class="welcome__option">
      <input
        type="radio"
        name={name}
        checked={isChosen}
        aria-labelledby={id}
        aria-describedby={`${id}hint`}
        onClick={(event) => {
          if (isChosen) return;
          event.preventDefault();
          onChoose();
        }}
      />
      <span id={id}>{words}</span>
      <span id={`${id}hint`}>
        {hint}
        {note && <span class="welcome__option-note">{note}</span>}
      </span>
    </label>
  );
}
