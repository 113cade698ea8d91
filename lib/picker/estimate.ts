import type { Target } from '@/lib/jimeng/model/tools';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import { isAlreadyLarge } from '@/lib/jobs/rules/target-size';
import type { Picture } from './picture';

/** What a person decides before it starts. */
export interface Choices {
  target: Target;
  /** Whether pictures that are as large as the target already are upscaled too. */
  hasLarge: boolean;
  /** Whether pictures that were upscaled to the target before are upscaled again. */
  hasDone: boolean;
}

/** What "Start" will do. */
export interface Estimate {
  /** The pictures to upscale, in the order picked. */
  pictures: readonly Picture[];
  /** Ticked pictures that are as large as the target already. */
  large: number;
  /** Ticked pictures, not large ones, that the history has at this target. */
  done: number;
  /** Usual cost of all, credits; absent while no order of this kind has shown its price. */
  cost?: number;
  /** What remains of the credits; may be negative. Absent where the cost or the balance is unknown. */
  left?: number;
}

/**
 * Says what upscaling the ticked pictures will take.
 * @param costs usual cost of one picture by target
 * @param credits balance, if known
 */
export function estimate(
  picked: readonly Picture[],
  { target, hasLarge, hasDone }: Choices,
  costs: UsualCosts,
  credits: number | undefined,
): Estimate {
  const isLarge = ({ size }: Picture) => size !== undefined && isAlreadyLarge(size, target);
  const large = picked.filter(isLarge);
  const done = picked.filter((each) => !isLarge(each) && each.doneIn.includes(target));
  const leftOut = new Set([...(hasLarge ? [] : large), ...(hasDone ? [] : done)]);
  const pictures = picked.filter((each) => !leftOut.has(each));
  const each = costs[target]?.credits;
  const cost = each === undefined ? undefined : each * pictures.length;
  return {
    pictures,
    large: large.length,
    done: done.length,
    ...(cost !== undefined && { cost }),
    ...(cost !== undefined && credits !== undefined && { left: credits - cost }),
  };
}
