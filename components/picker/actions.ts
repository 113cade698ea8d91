import type { Target } from '@/lib/jimeng/model/tools';
import type { PickerEvent } from '@/lib/picker/picker';
import type { StartRequest, TabScope } from './view';

/** What a person can do in the picker. */
export interface PickerActions {
  dispatch(event: PickerEvent): void;
  /** Called with the rendered tiles whenever they change: their thumbnails are needed. */
  show(ids: readonly string[]): void;
  setTarget(target: Target): void;
  chooseTabs(scope: TabScope): void;
  /** Scrolls the page to its end, or stops that. */
  scroll(isOn: boolean): void;
  /** Asks for access to all sites. */
  allowEverywhere(): void;
  /** Asks for access to the hosts whose pictures cannot be previewed. */
  allowPreviews(): void;
  start(request: StartRequest): void;
  showHistory(): void;
}
