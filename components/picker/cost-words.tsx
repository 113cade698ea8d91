import { useLocale } from '../ui/locale';

/** Props of the words. */
export interface CostWordsProps {
  /** Credits; undefined while no order of this kind has shown its price. */
  cost?: number | undefined;
  /** Credits that remain, which may be negative; undefined where that is not known. */
  left?: number | undefined;
}

/** What all will cost, and what remains. */
export function CostWords({ cost, left }: CostWordsProps) {
  const { start } = useLocale().messages.picker;
  if (cost === undefined) return <span>{start.costUnknown}</span>;
  return (
    <>
      <span>{cost === 0 ? start.free : start.cost(cost)}</span>
      {left !== undefined && left >= 0 && <span>{start.left(left)}</span>}
      {left !== undefined && left < 0 && <span data-tone="warn">{start.short}</span>}
    </>
  );
}
