import { describe, expect, test } from 'vitest';
import { CDN, HTTPS, outcome, REFERER, stage, wants } from '@/tests/support/sources/scene';
import { acquire } from './acquire';

describe('an address that a person pasted', () => {
  const pasted = { frameUrl: '', pageUrl: HTTPS, isNamed: true } as const;

  test('gets no cookies and no Referer, whatever its host wants', async () => {
    for (const host of [wants({ referer: REFERER }, 403), wants({ cookies: true }, 403)]) {
      const { origin, deps, trace } = stage({
        ...pasted,
        granted: CDN,
        allowed: ['cdn.test'],
        host,
      });
      await outcome(acquire(origin, deps));
      expect(trace.requests).toEqual([HTTPS]);
    }
  });

  test('asks for access to its host', async () => {
    const { origin, deps, trace } = stage(pasted);
    expect(await outcome(acquire(origin, deps))).toBe('ask https://cdn.test/* (cdn.test)');
    expect(trace.requests).toEqual([]);
  });

  test.each(['http://192.168.1.1/a.png', 'http://localhost:8080/a.png', 'http://[::1]/a.png'])(
    'is refused if it is private: %s',
    async (url) => {
      const { origin, deps, trace } = stage({
        ...pasted,
        url,
        pageUrl: url,
        granted: ['http://192.168.1.1/*', 'http://localhost/*', 'http://[::1]/*'],
      });
      expect(await outcome(acquire(origin, deps))).toBe('source-private');
      expect(trace.requests).toEqual([]);
      expect(trace.pageReads).toEqual([]);
    },
  );
});
