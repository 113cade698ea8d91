import type { Choices } from '@/lib/browser/storage/choices';
import { LANGUAGES } from '@/lib/i18n/locales/languages';

/** Choices of a person with a given taste: each field with one of its valid values, many fields left alone. */
export function anyChoices(random: () => number): Partial<Choices> {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const isOn = () => random() < 0.5;
  const text = () =>
    pick(['', 'ä/ö', '{name} <b>&amp;</b>', '"\\', '图片 {index}', 'x'.repeat(300)]);
  const range = () => pick([{}, { from: 12 }, { to: 900 }, { from: 0, to: 4_000 }]);
  const all: Choices = {
    target: pick(['2k', '4k']),
    site: pick(['auto', 'jimeng', 'dreamina']),
    upscaler: pick(['auto', 'smart-hd', 'fast-hd']),
    detail: random(),
    background: pick(['keep', '#ffffff', '#C98b4e']),
    parallel: pick([1, 2, 3]),
    dayLimit: pick([0, 7, 1_000_000]),
    menuStyle: pick(['sizes', 'sites', 'direct']),
    searchSeconds: pick([0, 2, 5, 10]),
    isPointerMenuOn: isOn(),
    menuText: text().slice(0, 60),
    isToastOn: isOn(),
    isNotifyOn: isOn(),
    nameTemplate: text(),
    folder: text(),
    savedTemplates: Array.from({ length: Math.floor(random() * 101) }, () =>
      `${text()}.`.slice(0, 300),
    ),
    conflict: pick(['number', 'overwrite', 'skip', 'ask']),
    isAutoSaveOn: isOn(),
    format: pick(['original', 'png', 'jpeg', 'webp']),
    quality: random(),
    isNoteOn: isOn(),
    language: pick(['auto', ...LANGUAGES]),
    theme: pick(['auto', 'light', 'dark']),
    'picker.start': pick(['none', 'all']),
    'picker.sort': pick(['page', 'pixels', 'bytes']),
    'picker.width': range(),
    'picker.height': range(),
    'picker.hasIcons': isOn(),
    'retention.days': pick([0, 30, 90, 365]),
    'retention.rows': pick([0, 200, 1_000, 5_000]),
    'retention.bytes': pick([0, 500e6, 20e9]),
    'retention.includesUnsaved': isOn(),
    'reader.layout': pick(['strip', 'single', 'double']),
    'reader.direction': pick(['ltr', 'rtl']),
    'reader.fit': pick(['width', 'height', 'actual']),
    'reader.isCapped': isOn(),
    'reader.hasCover': isOn(),
    'compare.mode': pick(['slider', 'lens', 'side', 'blink', 'difference']),
    'compare.isPixelated': isOn(),
  };
  return Object.fromEntries(Object.entries(all).filter(() => random() < 0.7));
}
