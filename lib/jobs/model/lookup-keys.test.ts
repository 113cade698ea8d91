import { describe, expect, it } from 'vitest';
import type { PageOrigin } from '@/lib/sources/origin';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import { keyOfSite, keysOfFile, lookupKeysOf, placeOfImage } from './lookup-keys';

const PAGE = sampleJob().origin as PageOrigin;

describe('the keys of a file', () => {
  it('are one for its address, without the fragment, and one for all sizes of the picture', () => {
    const size = { width: 300, height: 200 };
    const [small, picture] = keysOfFile({ url: 'https://a.example/boat-300x200.jpg#top', size });
    const larger = { width: 600, height: 400 };
    const [large, same] = keysOfFile({ url: 'https://a.example/boat-600x400.jpg', size: larger });
    expect(small).toBe('url https://a.example/boat-300x200.jpg');
    expect(large).not.toBe(small);
    expect(same).toBe(picture);
  });

  it.each([
    'blob:https://a.example/1',
    'data:image/png;base64,',
    `https://a.example/${'a'.repeat(3_000)}`,
  ])('are none for %.40s', (url) => expect(keysOfFile({ url })).toEqual([]));
});

describe('the keys of a row', () => {
  const done = sampleJob(ENDED.done);
  const at = (frameUrl: string) =>
    sampleJob({ ...ENDED.done, origin: { ...PAGE, tabId: 1, frameUrl } });

  it('lead to it from its site, whatever the registrable domain is', () => {
    const keys = lookupKeysOf(at('https://www.shop.example.co.uk/7'));
    for (const site of ['www.shop.example.co.uk', 'example.co.uk']) {
      expect(keys).toContain(keyOfSite(site));
    }
    expect(keys).not.toContain(keyOfSite('uk'));
    expect(lookupKeysOf(at('https://192.0.2.7/'))).toContain(keyOfSite('192.0.2.7'));
    expect(lookupKeysOf(at('https://192.0.2.7/'))).not.toContain(keyOfSite('2.7'));
  });

  it('are none where nothing was chosen here, or nothing was upscaled', () => {
    const { submission: _, ...kept } = done;
    expect(lookupKeysOf(done)).not.toEqual([]);
    expect(lookupKeysOf({ ...done, isImported: true })).toEqual([]);
    expect(lookupKeysOf(kept)).toEqual([]);
    expect(lookupKeysOf({ ...done, origin: { kind: 'file', blobKey: 'k', name: 'n' } })).toEqual(
      [],
    );
  });

  it('name no site for an address that was pasted', () => {
    const pasted = { ...PAGE, tabId: -1, frameUrl: '' };
    expect(placeOfImage({ origin: pasted })).toBeUndefined();
    expect(placeOfImage({ origin: { ...PAGE, tabId: 1, frameUrl: 'about:srcdoc' } })).toBe(
      PAGE.pageUrl,
    );
  });
});
