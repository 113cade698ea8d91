import type { Job } from '@/lib/jobs/model/job';
import type { Actions } from './actions';

/** Props of a row. */
export interface JobCardProps {
  job: Job;
  now: number;
  thumb: string | undefined;
  actions: Actions;
  onChooseFile: () => void;
  /** Whether a banner above the list already asks for the same thing. */
  isAskedAbove?: boolean;
  isFocused?: boolean;
  /** Position in the whole list, from 1; only a part of the list is rendered. */
  place?: { at: number; of: number };
  /** Present during a selection. */
  selection?: { isSelected: boolean; onToggle: () => void };
}
