import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImageOrigin } from '@/lib/sources/origin';
import { sampleJob } from '@/tests/stories/jobs';
import { drawn } from '@/tests/support/drawn';
import { newJob } from '../engine/new-job';
import { historyFile, readHistoryFile } from '../history/history-file';
import { addressWithoutUser } from './without-user';

const PAGE: ImageOrigin = {
  kind: 'page',
  url: 'https://me:SECRET@cdn.example/a.png?b=c@d',
  originals: ['//x', 'https://SECRET@cdn.example/large.png'],
  pageUrl: 'https://me:SECRET@gallery.example/#top',
  frameUrl: 'https://:SECRET@frame.example/',
  pageTitle: 'Harbours',
  tabId: 1,
  frameId: 0,
};

describe('name and password of an address', () => {
  it.each([
    ['https://me:SECRET@host.example/a@b?c@d#e@f', 'https://host.example/a@b?c@d#e@f'],
    ['http://SECRET@host.example', 'http://host.example/'],
    ['HTTPS://a:SECRET%40@host.example/x', 'https://host.example/x'],
    ['https:/me:SECRET@host.example/', 'https://host.example/'],
    ['https:me:SECRET@host.example/', 'https://host.example/'],
    ['screen:https://me:SECRET@host.example/a.png', 'screen:https://host.example/a.png'],
    ['https://a:SECRET@b@host.example/', 'https://host.example/'],
  ])('are taken out of %s', (address, plain) => {
    expect(addressWithoutUser(address)).toBe(plain);
  });

  it.each([
    'https://host.example/@me/a.png?mail=a@b.example',
    'data:image/svg+xml,<a>@</a>',
    'blob:https://host.example/0-1',
    'capture:x@y',
    'screen:',
    '',
  ])('are looked for in the right place: %s stays', (address) => {
    expect(addressWithoutUser(address)).toBe(address);
  });

  it('are in no row, from the click on', () => {
    const request = { origin: PAGE, name: 'a', options: sampleJob().options };
    const { origin } = newJob('a', request, 1);
    expect(JSON.stringify(origin)).not.toContain('SECRET');
    expect(origin).toMatchObject({
      url: 'https://cdn.example/a.png?b=c@d',
      originals: ['//x', 'https://cdn.example/large.png'],
      pageUrl: 'https://gallery.example/#top',
    });
  });

  it('are in no exported history, also of an older row, and come in with none', () => {
    const text = historyFile([sampleJob({ origin: PAGE })], 1);
    expect(text).toContain('https://cdn.example/a.png');
    expect(text).not.toContain('SECRET');
    const hostile = text.replaceAll('https://', 'https://me:SECRET@');
    expect(JSON.stringify(readHistoryFile(hostile))).not.toContain('SECRET');
  });

  it('are gone from every web address, and the host is the same', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (address, name) => {
        const url = new URL(address);
        const plain = url.href;
        url.username = name;
        url.password = 'SECRET';
        expect(addressWithoutUser(url.href)).toBe(plain);
      }),
      drawn(500),
    );
  });
});
