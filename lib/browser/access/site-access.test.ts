import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EVERYWHERE } from './permissions';
import {
  listSites,
  originsOf,
  revokeEverywhere,
  revokeService,
  revokeSite,
  watchSites,
} from './site-access';

const JIMENG = originsOf('jimeng');
const SERVICES = { jimeng: 'all', dreamina: 'none' };

let granted: string[];

/** An event as the browser has it. */
function fakeEvent() {
  const listeners = new Set<() => void>();
  return {
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
    trigger: () => {
      for (const listener of listeners) listener();
    },
  };
}

const onAdded = fakeEvent();
const onRemoved = fakeEvent();

beforeEach(() => {
  granted = [...JIMENG];
  Object.assign(fakeBrowser.permissions, {
    getAll: async () => ({ permissions: ['storage'], origins: granted }),
    contains: async ({ origins }: { origins: string[] }) =>
      origins.every((origin) => granted.includes(origin)),
    remove: async ({ origins }: { origins: string[] }) => {
      granted = granted.filter((origin) => !origins.includes(origin));
      return true;
    },
    onAdded,
    onRemoved,
  });
});

describe('listSites', () => {
  it('excludes the hosts of both sites', async () => {
    expect(await listSites()).toEqual({ everywhere: false, sites: [], services: SERVICES });
    granted.push(
      'https://jimeng.jianying.com/*',
      'https://up.vodupload.com/*',
      'https://notjianying.com/*',
    );
    expect((await listSites()).sites).toEqual(['notjianying.com']);
  });

  it('names each host once, in order', async () => {
    granted.push(
      'https://cdn.example.com/*',
      'http://cdn.example.com/*',
      'https://*.a.example/*',
      'http://localhost:8080/*',
      'file:///*',
    );
    expect((await listSites()).sites).toEqual(['*.a.example', 'cdn.example.com', 'localhost:8080']);
  });

  it.each([[EVERYWHERE], [['<all_urls>']], [['*://*/*']]])(
    'knows all sites by %j, and still lists the single ones',
    async (origins) => {
      granted.push(...origins, 'https://cdn.example.com/*');
      expect(await listSites()).toEqual({
        everywhere: true,
        sites: ['cdn.example.com'],
        services: SERVICES,
      });
    },
  );

  it('hides nothing: one scheme alone is not all sites, and can be taken back', async () => {
    granted.push('https://*/*');
    expect(await listSites()).toMatchObject({ everywhere: false, sites: ['https://*'] });
    await revokeSite('https://*');
    expect(granted).toEqual(JIMENG);
  });

  it('tells whether all, some or none of the hosts of a site are allowed', async () => {
    granted = [...JIMENG.slice(1), ...originsOf('dreamina')];
    expect((await listSites()).services).toEqual({ jimeng: 'some', dreamina: 'all' });
    granted = [];
    expect((await listSites()).services).toEqual({ jimeng: 'none', dreamina: 'none' });
  });
});

it('asks for the login under both schemes, and for no pattern of the other site', () => {
  expect(JIMENG).toEqual(
    expect.arrayContaining(['https://*.jianying.com/*', 'http://*.jianying.com/*']),
  );
  expect(JIMENG.filter((pattern) => originsOf('dreamina').includes(pattern))).toEqual([]);
});

describe('taking back', () => {
  it('takes a site back under both schemes, and no other', async () => {
    granted.push('https://a.example/*', 'http://a.example/*', 'https://b.a.example/*');
    await revokeSite('a.example');
    expect(granted).toEqual([...JIMENG, 'https://b.a.example/*']);
  });

  it('takes all sites back and keeps the single ones and the service', async () => {
    granted.push(...EVERYWHERE, 'https://a.example/*');
    await revokeEverywhere();
    expect(granted).toEqual([...JIMENG, 'https://a.example/*']);
  });

  it('takes back all hosts of one site, and none of the other', async () => {
    granted.push('https://tos.snssdk.com/*', 'https://a.example/*', ...originsOf('dreamina'));
    await revokeService('jimeng');
    expect(granted).toEqual(['https://a.example/*', ...originsOf('dreamina')]);
  });

  it('asks the browser for nothing when there is nothing to take', async () => {
    const remove = vi.spyOn(fakeBrowser.permissions, 'remove');
    await revokeSite('gone.example');
    await revokeEverywhere();
    expect(remove).not.toHaveBeenCalled();
  });
});

it('reports changes until the watch is stopped', () => {
  const told = vi.fn();
  const stop = watchSites(told);
  onAdded.trigger();
  onRemoved.trigger();
  expect(told).toHaveBeenCalledTimes(2);
  stop();
  onAdded.trigger();
  expect(told).toHaveBeenCalledTimes(2);
});
