import { type ReadonlySignal, signal } from '@preact/signals';
import type { OptionsAdvancedProps } from '@/components/options/advanced';
import {
  dropOverrides,
  overrideVersion,
  readOverrides,
  watchOverrides,
} from '@/lib/browser/storage/version-overrides';

/** Connects the versions to their storage. */
export function connectAdvanced(): ReadonlySignal<OptionsAdvancedProps | undefined> {
  const live = signal<OptionsAdvancedProps | undefined>(undefined);
  const actions: OptionsAdvancedProps['actions'] = {
    override: (field, value) => void overrideVersion(field, value),
    dropOverrides: () => void dropOverrides(),
  };
  const show = (overrides: OptionsAdvancedProps['overrides']) => {
    live.value = { overrides, actions };
  };
  watchOverrides(show);
  void readOverrides().then(show);
  return live;
}
