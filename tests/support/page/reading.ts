import type { Reading } from '@/lib/page/collect/reading';

/** A picture in one place of a page, as the collector reads it: an image of 300 x 200 px. */
export function sampleReading(url: string, changes: Partial<Reading> = {}): Reading {
  return {
    how: 'img',
    url,
    keys: [url],
    width: 300,
    height: 200,
    shownWidth: 300,
    shownHeight: 200,
    originals: [],
    alt: '',
    referrerPolicy: '',
    names: '',
    isSprite: false,
    isStandIn: false,
    ...changes,
  };
}
