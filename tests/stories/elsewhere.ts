/** States of the section that takes the settings elsewhere. */
import type { OptionsElsewhereProps } from '@/components/options/elsewhere-view';
import { previewOf } from '@/entrypoints/options/settings-preview';
import type { Choices } from '@/lib/browser/storage/choices';
import { NOW } from './jobs';

const DAY_MS = 86_400_000;
const log = (name: string) => () => console.log(name);

/** The section before anything was sent or replaced, with the given parts changed. */
export function sampleElsewhere(parts: Partial<OptionsElsewhereProps> = {}): OptionsElsewhereProps {
  return {
    actions: {
      exportSettings: log('exportSettings'),
      readFile: log('readFile'),
      send: log('send'),
      fetch: log('fetch'),
      apply: log('apply'),
      dismissPreview: log('dismissPreview'),
      putBack: log('putBack'),
    },
    ...parts,
  };
}

const CHOSEN: Partial<Choices> = {
  target: '4k',
  background: '#c98b4e',
  nameTemplate: '{host} {name} {width}x{height}',
  savedTemplates: ['{name}_{target}', '{batch}/{index}'],
  isAutoSaveOn: true,
  theme: 'dark',
  language: 'ja',
  'picker.width': { from: 600, to: 2_000 },
  'retention.rows': 200,
};

/** What the sync of the browser would change, with parts that are damaged or unknown. */
export const SYNC_PREVIEW = sampleElsewhere({
  mark: { at: NOW - DAY_MS, version: '0.2.0' },
  previous: { at: NOW - 3 * DAY_MS, by: 'file' },
  preview: previewOf(
    'sync',
    { quality: 0.5, isPointerMenuOn: false },
    {
      at: NOW - DAY_MS,
      version: '0.2.0',
      chosen: CHOSEN,
      damaged: ['folder', 'parallel'],
      unknown: ['hologram', 'a-name-that-is-longer-than-any-real-one'],
    },
  ),
});

/** A list of templates that the sync of the browser cannot take. */
export const TOO_LONG = sampleElsewhere({
  mark: { at: NOW - DAY_MS, version: '0.2.0' },
  previous: { at: NOW - DAY_MS, by: 'reset' },
  outcome: { at: 'sync', kind: 'too-long', names: ['savedTemplates'] },
});
