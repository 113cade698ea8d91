import { type ReadonlySignal, signal } from '@preact/signals';
import { readSettings, type Settings, watchSettings } from '../storage/settings';

/**
 * Applies the theme setting to a page and follows its changes: `data-theme` on the root chooses the colours
 * (components/ui/theme.css).
 * @returns the language setting, which follows its changes as well
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
