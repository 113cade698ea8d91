import { describe, expect, it } from 'vitest';
import { DREAMINA_SG, JIMENG_CN, type Site } from '../model/sites';
import { createClock } from '../wire/clock';
import type { Post } from '../wire/request';
import { createTokenStore } from './token';

const START = Date.UTC(2026, 8, 18, 9);
const MINUTE = 60_000;
const DATA = { access_key_id: 'AK', secret_access_key: 'SK', session_token: 'ST' };

const storeServing = (...answers: Record<string, unknown>[]) => storeOf(JIMENG_CN, ...answers);

function storeOf(site: Site, ...answers: Record<string, unknown>[]) {
  let time = START;
  let requests = 0;
  const post: Post = async (_path, body) => {
    expect(body).toEqual({ scene: 2 });
    const data = { ...DATA, ...answers[Math.min(requests, answers.length - 1)] };
    requests += 1;
    return { ret: '0', httpStatus: 200, data, root: {} };
  };
  const clock = createClock(() => time);
  return {
    store: createTokenStore({ site, clock, post }),
    requests: () => requests,
    pass(ms: number) {
      time += ms;
    },
  };
}

describe('the life of a key', () => {
  it.each<[string, unknown, number, number]>([
    ['20 minutes', undefined, 19 * MINUTE, 1],
    ['not longer', undefined, 20 * MINUTE, 2],
    ['until its end in seconds', (START + 10 * MINUTE) / 1000, 8 * MINUTE, 1],
    ['not after its end in seconds', (START + 10 * MINUTE) / 1000, 9 * MINUTE, 2],
    ['until its end, however long that is', (START + 60 * MINUTE) / 1000, 58 * MINUTE, 1],
    ['not after its end in ms', String(START + 10 * MINUTE), 10 * MINUTE, 2],
    ['not after its end in ISO', '2026-09-18T17:10:00+08:00', 10 * MINUTE, 2],
    ['20 minutes when its end is unreadable', 'tomorrow', 19 * MINUTE, 1],
    ['one use when it is over already', (START - MINUTE) / 1000, 1, 2],
  ])('is %s', async (_, expired_time, passed, requests) => {
    const world = storeServing({ expired_time });
    await world.store.get();
    world.pass(passed);
    await world.store.get();
    expect(world.requests()).toBe(requests);
  });
});

describe('sharing', () => {
  it('sends one request for callers at the same time', async () => {
    const { store, requests } = storeServing({});
    const [one, other] = await Promise.all([store.get(), store.get()]);
    expect(one).toBe(other);
    expect(requests()).toBe(1);
  });

  it('drops a refused key once, and not the one that replaced it', async () => {
    const { store, requests } = storeServing({});
    const old = await store.get();
    store.drop(old);
    await store.get();
    store.drop(old);
    await store.get();
    expect(requests()).toBe(2);
  });

  it('does not cache a key that was requested before the session was forgotten', async () => {
    const { store, requests } = storeServing({});
    const early = store.get();
    store.drop();
    const late = store.get();
    await Promise.all([early, late]);
    expect(requests()).toBe(2);
    expect(await store.get()).toBe(await late);
  });

  it('requests again after a failure', async () => {
    const { store, requests } = storeServing({ session_token: '' }, {});
    await expect(store.get()).rejects.toMatchObject({
      code: 'bad-response',
      detail: { missing: 'data.session_token is empty' },
    });
    await store.get();
    expect(requests()).toBe(2);
  });
});

describe('what comes with the key', () => {
  it.each([
    [{}, { serviceId: 'tb4s082cfz', regions: ['cn-north-1'], hosts: ['imagex.bytedanceapi.com'] }],
    [
      { region: 'cn', space_name: 'sp' },
      { serviceId: 'sp', regions: ['cn-north-1'] },
    ],
    [
      { region: 'us-east-1', service_id: 'id', space_name: 'sp' },
      { serviceId: 'id', regions: ['us-east-1', 'cn-north-1'] },
    ],
    [
      { upload_domain: 'imagex-x.bytedanceapi.com' },
      { hosts: ['imagex-x.bytedanceapi.com', 'imagex.bytedanceapi.com'] },
    ],
    [
      { upload_domain: 'imagex.elsewhere.net' },
      { hosts: ['imagex.elsewhere.net', 'imagex.bytedanceapi.com'] },
    ],
    [{ upload_domain: '192.168.0.1' }, { hosts: ['imagex.bytedanceapi.com'] }],
    [{ upload_domain: 'nas.local' }, { hosts: ['imagex.bytedanceapi.com'] }],
    [{ upload_domain: 'user@elsewhere.net' }, { hosts: ['imagex.bytedanceapi.com'] }],
    [{ upload_domain: 'evil.net/.bytedanceapi.com' }, { hosts: ['imagex.bytedanceapi.com'] }],
    [{ upload_domain: 7 }, { hosts: ['imagex.bytedanceapi.com'] }],
  ])('%o', async (answer, expected) => {
    expect(await storeServing(answer).store.get()).toMatchObject(expected);
  });

  it.each([
    [undefined, ['ap-singapore-1', 'ap-southeast-1']],
    ['ap-southeast-1', ['ap-southeast-1', 'ap-singapore-1']],
    ['us-east-1', ['us-east-1', 'ap-singapore-1', 'ap-southeast-1']],
    // Names that are no region of Signature V4.
    ['SG', ['ap-singapore-1', 'ap-southeast-1']],
    ['alisg', ['ap-singapore-1', 'ap-southeast-1']],
    ['https://evil.example', ['ap-singapore-1', 'ap-southeast-1']],
  ])('region %s abroad: %o', async (region, regions) => {
    const { store } = storeOf(DREAMINA_SG, { ...(region && { region }) });
    expect(await store.get()).toMatchObject({ serviceId: 'wopfjsm1ax', regions });
  });

  it('puts the region that worked first, for this key and the next', async () => {
    const { store } = storeOf(DREAMINA_SG, {});
    const token = await store.get();
    store.prefer('ap-southeast-1');
    const regions = ['ap-southeast-1', 'ap-singapore-1'];
    expect(await store.get()).toEqual({ ...token, regions });
    store.drop();
    expect(await store.get()).toMatchObject({ regions });
  });
});
