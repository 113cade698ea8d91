import type { RefObject } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Direction } from '@/lib/reader/choices';
import { stepTo } from '@/lib/reader/spreads';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import { NumberField } from '../ui/number-field';
import './pager.css';

/** Props of the bar below the pages. */
export interface ReaderPagerProps {
  /** The page that is read, from 0. */
  page: number;
  count: number;
  direction: Direction;
  onTurn: (by: 1 | -1) => void;
  onGoTo: (page: number) => void;
  /** Whether any page is not sharp. */
  hasReasons: boolean;
  /** Why the one that is read is not. */
  said: string | undefined;
  /** Has the field for the number of a page. */
  field: RefObject<HTMLDivElement | null>;
}

/** Where the person is, and ways to other pages. Buttons on the left lead to the pages on the left. */
export function ReaderPager(props: ReaderPagerProps) {
  const { page, count, direction, onTurn, onGoTo, hasReasons, said, field } = props;
  const { messages, formats } = useLocale();
  const { reader: words } = messages;
  const id = useId();
  // Once there was something to say, its room stays: the pages must not move.
  const wasSaid = useRef(false);
  wasSaid.current ||= hasReasons;
  const button = (side: 'left' | 'right', isEnd: boolean) => {
    const step = stepTo(side, direction);
    const [near, far] =
      step === 1 ? ([words.next, words.last] as const) : ([words.previous, words.first] as const);
    return isEnd ? (
      <IconButton
        icon={side === 'left' ? 'left-end' : 'right-end'}
        label={far}
        onClick={() => onGoTo(step === 1 ? count - 1 : 0)}
      />
    ) : (
      <IconButton icon={side} label={near} onClick={() => onTurn(step)} />
    );
  };
  const position = words.position(formats.number(page + 1), formats.number(count));
  return (
    <footer class="reader-pager">
      <div class="reader-pager__bar">
        {button('left', true)}
        {button('left', false)}
        <div ref={field} class="reader-pager__field">
          <span id={id} class="visually-hidden">
            {words.goTo}
          </span>
          <NumberField
            value={page + 1}
            labelledBy={id}
            onChange={(entered) => {
              if (entered !== undefined) onGoTo(entered - 1);
            }}
          />
        </div>
        <span class="reader-pager__position" role="status">
          {position}
        </span>
        {button('right', false)}
        {button('right', true)}
      </div>
      {wasSaid.current && (
        <p class="reader-pager__said" role="status">
          {said}
        </p>
      )}
    </footer>
  );
}
