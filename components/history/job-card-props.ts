import type { Job } from '@/lib/jobs/model/job';
import type { PriceJump } from '@/lib/jobs/model/order-record';
import type { Actions } from './actions';
import type { RowPlace } from './list-rows';

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
  place?: RowPlace;
  /** An order of it that cost more than expected. */
  jump?: PriceJump | undefined;
  /** Present while the person selects jobs. */
  selection?: { isSelected: boolean; onToggle: () => void };
}
