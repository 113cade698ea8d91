import {
  afterEvent,
  newPicker,
  type PickerEvent,
  type PickerState,
  viewOf,
} from '@/lib/picker/picker';
import { framePicture } from './page-pictures';

/** Events of the picker, and what they lead to. */

export const run = (events: readonly PickerEvent[], state = newPicker([1], 'none', 'page')) =>
  events.reduce(afterEvent, state);
export const arrived = (
  ...changed: Extract<PickerEvent, { type: 'arrived' }>['changed']
): PickerEvent => ({ type: 'arrived', changed, dropped: [] });
/** A picture that no filter leaves out. */
export const large = (id: string, changed = {}) =>
  framePicture(id, { width: 800, height: 600, ...changed });
export const ticked = (state: PickerState) => [...viewOf(state).ticked];
export const shown = (state: PickerState) => viewOf(state).shown.map(({ id }) => id);
