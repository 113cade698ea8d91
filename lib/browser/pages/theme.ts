import { type ReadonlySignal, signal } from '@preact/signals';
import { readSettings, type Settings, watchSettings } from '../storage/settings';

/**
 * Lets a page look as the person wants, from now on: `data-theme` on its root chooses the colours
 * (components/ui/theme.css).
 * @returns the language setting, once it has been read; it changes when the person changes it
 */
export async function followTheme(): Promise<ReadonlySignal<Settings['language']>> {
  const first = await readSettings();
  const chosen = signal(first.language);
  const apply = ({ language, theme }: Settings) => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    chosen.value = language;
  };
  apply(first);
  watchSettings(apply);
  return chosen;
}
