import type { Job } from '@/lib/jobs/model/job';
import type { Actions } from './actions';

/** Props of a row. */
export interface JobCardProps {
  job: Job;
  now: number;
  thumb: string | undefined;
  actions: Actions;
  onChooseFile: () => void;
  /** Whether a banner above the list already asks for what this job needs. */
  isAskedAbove?: boolean;
  /** Whether its site is named: there are jobs of several. */
  showsSite?: boolean;
  isFocused?: boolean;
  /** Its position in the whole list, from 1. Only a part of the list is rendered. */
  place?: { at: number; of: number };
  /** Present while the person selects jobs. */
  selection?: { isSelected: boolean; onToggle: () => void };
}
