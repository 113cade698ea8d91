import { type ReadonlySignal, signal } from '@preact/signals';
import { readSettings, type Settings, watchSettings } from '../storage/settings';

/**
 * Keeps a page in the person's theme: `data-theme` on its root chooses the colours
 * (components/ui/theme.css).
 * @returns the language setting, once it has been read; it follows later changes
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
