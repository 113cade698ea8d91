import { type ReadonlySignal, signal } from '@preact/signals';
import type { OptionsReplaceProps } from '@/components/options/replace-sites';
import { mayAccess, requestAccess } from '@/lib/browser/access/permissions';
import { watchSites } from '@/lib/browser/access/site-access';
import { replaceSites } from '@/lib/browser/replace/sites';

/** Connects the section about sites on which results are shown. Undefined until they were read. */
export function connectReplaced(): ReadonlySignal<OptionsReplaceProps | undefined> {
  const live = signal<OptionsReplaceProps | undefined>(undefined);

  async function read(): Promise<void> {
    const sites = await replaceSites.read();
    const patterns = Object.keys(sites);
    const may = await Promise.all(patterns.map(mayAccess));
    const closed = patterns.filter((_, at) => !may[at]);
    live.value = { sites, closed, actions };
  }

  const actions: OptionsReplaceProps['actions'] = {
    change: (pattern, part) => void replaceSites.change(pattern, part),
    switchOff: (pattern) => void replaceSites.switchOff(pattern),
    allow: (pattern) => void requestAccess([pattern]),
  };
  const readAgain = () => void read().catch(() => undefined);
  replaceSites.watch(readAgain);
  watchSites(readAgain);
  readAgain();
  return live;
}
