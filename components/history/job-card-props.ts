import type { Job } from '@/lib/jobs/model/job';
import type { Actions } from './actions';

/** Props of a row. */
export interface JobCardProps {
  job: Job;
  now: number;
  thumb: string | undefined;
  actions: Actions;
  onChooseFile: () => void;
  /** A banner above the list already asks for what this row would ask for. */
  isAskedAbove?: boolean;
  isFocused?: boolean;
  /** Its place in the whole list, from 1, of which only a part is drawn. */
  place?: { at: number; of: number };
  /** Given while rows are being chosen. */
  selection?: { isSelected: boolean; onToggle: () => void };
}
