import { type ReadonlySignal, signal } from '@preact/signals';
import type { OptionsAdvancedProps } from '@/components/options/advanced';
import {
  dropOverrides,
  overrideVersion,
  readOverrides,
  watchOverrides,
} from '@/lib/browser/storage/version-overrides';
import type { SiteName } from '@/lib/jimeng/model/sites';

/** Connects the versions of a site to their storage. */
export function connectAdvanced(site: SiteName): ReadonlySignal<OptionsAdvancedProps | undefined> {
  const live = signal<OptionsAdvancedProps | undefined>(undefined);
  const actions: OptionsAdvancedProps['actions'] = {
    override: (field, value) => void overrideVersion(site, field, value),
    dropOverrides: () => void dropOverrides(site),
  };
  const show = (overrides: OptionsAdvancedProps['overrides']) => {
    live.value = { site, overrides, actions };
  };
  watchOverrides(site, show);
  void readOverrides(site).then(show);
  return live;
}
