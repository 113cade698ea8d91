import type { ChoiceName, Choices } from '@/lib/browser/storage/choices';
import { LANGUAGE_NAMES } from '@/lib/i18n/locales/languages';
import type { Messages } from '@/lib/i18n/messages';
import type { Range } from '@/lib/picker/filter';
import type { Locale } from '../ui/locale';

/** Name of a setting, as its row on the page has it. */
export function titleOfChoice(name: ChoiceName, messages: Messages): string {
  const { options, picker, reader, compare } = messages;
  const { upscaling, tuning, saving, appearance, ways, menu, history } = options;
  const ofPicker = (title: string) => options.of(picker.title, title);
  const ofReader = (title: string) => options.of(messages.batch.read, title);
  const ofCompare = (title: string) => options.of(messages.actions.compare, title);
  const titles: Record<ChoiceName, string> = {
    target: upscaling.size,
    site: options.sites.use,
    upscaler: upscaling.upscaler,
    detail: tuning.detail,
    background: tuning.background,
    parallel: tuning.parallel,
    dayLimit: tuning.dayLimit,
    menuStyle: menu.style,
    searchSeconds: tuning.search,
    isPointerMenuOn: ways.pointer,
    menuText: menu.text,
    isToastOn: appearance.toast,
    isNotifyOn: appearance.notify,
    nameTemplate: saving.name,
    folder: saving.folder,
    savedTemplates: saving.saved,
    conflict: saving.conflict,
    isAutoSaveOn: saving.auto,
    format: saving.format,
    quality: saving.quality,
    isNoteOn: saving.note,
    language: appearance.language,
    theme: appearance.theme,
    'picker.start': ofPicker(picker.ticks.start),
    'picker.sort': ofPicker(picker.filters.sort),
    'picker.width': ofPicker(picker.filters.width),
    'picker.height': ofPicker(picker.filters.height),
    'picker.hasIcons': ofPicker(picker.filters.icons),
    'retention.days': history.keepDays,
    'retention.rows': history.keepRows,
    'retention.bytes': history.space,
    'retention.includesUnsaved': history.unsaved,
    'reader.layout': ofReader(reader.layout.title),
    'reader.direction': ofReader(reader.direction.title),
    'reader.fit': ofReader(reader.fit.title),
    'reader.isCapped': ofReader(reader.capped),
    'reader.hasCover': ofReader(reader.cover),
    'compare.mode': ofCompare(compare.view.title),
    'compare.isPixelated': ofCompare(compare.view.pixels),
  };
  return titles[name];
}

/** Value of a setting in words. */
export function valueOfChoice(name: ChoiceName, choices: Choices, locale: Locale): string {
  const { messages, formats } = locale;
  const { options, picker, reader, compare } = messages;
  const { values } = options.elsewhere;
  const { tuning, saving, appearance, menu, history } = options;
  const onOff = (isOn: boolean) => (isOn ? values.on : values.off);
  const orNone = (text: string) => (text.trim() === '' ? values.none : text);
  const px = ({ from, to }: Range) => {
    const bounds = [
      ...(from === undefined ? [] : [`≥ ${formats.number(from)}`]),
      ...(to === undefined ? [] : [`≤ ${formats.number(to)}`]),
    ];
    return bounds.join(', ') || values.none;
  };
  const words: { [Name in ChoiceName]: (value: Choices[Name]) => string } = {
    target: (target) => messages.menu.targets[target],
    site: (site) => (site === 'auto' ? options.sites.auto : messages.sites.names[site]),
    upscaler: (upscaler) => options.upscalers[upscaler].name,
    detail: formats.percent,
    background: (background) => (background === 'keep' ? tuning.backgrounds.keep : background),
    parallel: formats.number,
    dayLimit: (credits) => (credits === 0 ? values.none : messages.app.credits(credits)),
    menuStyle: (style) => menu.styles[style],
    searchSeconds: tuning.searchSeconds,
    isPointerMenuOn: onOff,
    menuText: orNone,
    isToastOn: onOff,
    isNotifyOn: onOff,
    nameTemplate: orNone,
    folder: orNone,
    savedTemplates: ({ length }) => (length === 0 ? values.none : values.templates(length)),
    conflict: (conflict) => saving.conflicts[conflict],
    isAutoSaveOn: onOff,
    format: (format) => saving.formats[format],
    quality: formats.percent,
    isNoteOn: onOff,
    language: (language) =>
      language === 'auto' ? appearance.languageOfBrowser : LANGUAGE_NAMES[language],
    theme: (theme) => appearance.themes[theme],
    'picker.start': (start) => picker.ticks.starts[start],
    'picker.sort': (sort) => picker.filters.sorts[sort],
    'picker.width': px,
    'picker.height': px,
    'picker.hasIcons': onOff,
    'retention.days': history.days,
    'retention.rows': history.rows,
    'retention.bytes': (bytes) => history.size(bytes === 0 ? undefined : formats.bytes(bytes)),
    'retention.includesUnsaved': onOff,
    'reader.layout': (layout) => reader.layout[layout],
    'reader.direction': (direction) => reader.direction[direction],
    'reader.fit': (fit) => reader.fit[fit],
    'reader.isCapped': onOff,
    'reader.hasCover': onOff,
    'compare.mode': (mode) => compare.modes[mode],
    'compare.isPixelated': onOff,
  };
  return (words[name] as (value: Choices[ChoiceName]) => string)(choices[name]);
}
