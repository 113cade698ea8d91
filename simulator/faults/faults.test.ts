import { beforeEach, describe, expect, it } from 'vitest';
import { createMiniClient, dig } from '../client/mini-client';
import { BrokenAnswer, createSimulator, type Effect, type SimulatorOptions } from '../simulator';
import { reshape } from './reshape';

const START = Date.UTC(2026, 10, 22, 10);
const HISTORY = 'https://jimeng.jianying.com/mweb/v1/get_history_by_ids';
let time = START;

beforeEach(() => {
  time = START;
});

async function ready(options: SimulatorOptions = {}) {
  const simulator = createSimulator({
    now: () => time,
    sessions: ['session-1'],
    enlarge: async () => ({ bytes: Buffer.from('big'), width: 2, height: 1, type: 'image/png' }),
    ...options,
  });
  const client = createMiniClient(simulator, { now: () => time });
  const { uri } = await client.upload(Buffer.from('anything'));
  return { simulator, client, uri };
}

describe('faults on the wire', () => {
  it.each<[Effect, number]>([
    [{ kind: 'reset' }, 0],
    [{ kind: 'reset', when: 'after' }, 1],
    [{ kind: 'hang' }, 0],
    [{ kind: 'hang', when: 'after' }, 1],
    [{ kind: 'truncate' }, 1],
  ])('%j breaks the answer, and the work is done %i times', async (effect, done) => {
    const { simulator, client, uri } = await ready();
    simulator.faults.add({ at: 'generate', effect });
    await expect(client.submit('smart-hd', uri)).rejects.toMatchObject({ how: effect.kind });
    expect(simulator.submissions).toHaveLength(done);
    expect((await client.submit('smart-hd', uri)).ret).toBe('0');
    expect(simulator.violations).toEqual([]);
  });

  it.each<[Effect, number, string, string]>([
    [
      { kind: 'http', status: 429, headers: { 'retry-after': '7' }, body: 'no' },
      429,
      'text/plain',
      'no',
    ],
    [{ kind: 'html' }, 200, 'text/html; charset=utf-8', '<!doctype html>'],
    [{ kind: 'empty' }, 200, 'application/json', ''],
    [{ kind: 'json', body: { ret: 7 } }, 200, 'application/json', '{"ret":7}'],
  ])('%j', async (effect, status, type, body) => {
    const { simulator } = await ready();
    simulator.faults.add({ at: (url) => url.href === HISTORY, effect });
    const response = await simulator.handle(new Request(HISTORY, { method: 'POST' }));
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toContain(body);
  });

  it('a field more changes no number that JavaScript cannot hold', async () => {
    const text = '{"id":9007199254740993,"said":"{\\"id\\":9007199254740993}"}';
    const answer = Response.json(null);
    const changed = await reshape(new Response(text, answer), 'unknown-fields');
    expect(await changed.text()).toBe(text.replace(/}$/, ',"new_field":[{"a":1}]}'));
  });

  it.each<[Extract<Effect, { kind: 'reshape' }>['how'], RegExp, RegExp]>([
    [
      'wrong-types',
      /"ret":"0".*"submit_id":\["[\da-f-]{36}"\].*"status":\{"value":20\}/,
      /"status":20/,
    ],
    ['unknown-fields', /"task":\{[^}]*"new_field":\[\{"a":1\}\]/, /"submit_id":\[/],
    ['number-ids', /"history_record_id":7\d{18},/, /"\d{16,}"/],
  ])('the answer comes with %s, and the work is done', async (how, has, hasNot) => {
    const { simulator, client, uri } = await ready();
    simulator.faults.add({ at: 'generate', effect: { kind: 'reshape', how } });
    let text = '';
    const handle = simulator.handle;
    simulator.handle = async (request) => {
      const answer = await handle(request);
      text = await answer.clone().text();
      return answer;
    };
    await client.submit('smart-hd', uri);
    expect(text).toMatch(has);
    expect(text).not.toMatch(hasNot);
    expect(simulator.submissions).toHaveLength(1);
    expect(simulator.violations).toEqual([]);
  });

  it('a picture of the wrong type is still the picture', async () => {
    const { simulator } = await ready();
    const url = 'https://open.example/images/harbour.jpg';
    const whole = await simulator.handle(new Request(url));
    simulator.faults.add({ at: () => true, effect: { kind: 'reshape', how: 'wrong-types' } });
    const odd = await simulator.handle(new Request(url));
    expect([whole.status, odd.status]).toEqual([200, 200]);
    expect(odd.headers.get('content-type')).toBe('text/plain');
    expect(await odd.bytes()).toEqual(await whole.bytes());
  });

  it('refusals keep the data only when told to', async () => {
    const { simulator, client, uri } = await ready();
    simulator.faults.add({
      at: 'generate',
      effect: { kind: 'ret', ret: '1019', failCode: '4013', failKey: 'key', said: 'sentence' },
    });
    expect(await client.submit('smart-hd', uri)).toMatchObject({
      ret: '1019',
      data: {
        aigc_data: null,
        fail_code: '4013',
        fail_starling_key: 'key',
        fail_starling_message: 'sentence',
      },
    });
    expect(simulator.submissions).toHaveLength(0);
    simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '1', keepData: true } });
    const kept = await client.submit('smart-hd', uri);
    expect(kept.ret).toBe('1');
    expect(dig(kept, 'data.aigc_data.status')).toBe(20);
    expect(simulator.submissions).toHaveLength(1);
  });

  it('times, skip and the returned function', async () => {
    const { simulator, client } = await ready();
    const remove = simulator.faults.add({
      at: 'credits',
      times: 2,
      skip: 1,
      effect: { kind: 'ret', ret: '2' },
    });
    simulator.faults.add({ at: 'credits', skip: 2, effect: { kind: 'ret', ret: '3' } });
    const rets: unknown[] = [];
    for (let at = 0; at < 4; at += 1) rets.push((await client.credits()).ret);
    expect(rets).toEqual(['0', '2', '2', '3']);
    remove();
    expect((await client.credits()).ret).toBe('0');
  });

  it('delays', async () => {
    const { simulator, client } = await ready();
    simulator.faults.add({ at: 'credits', effect: { kind: 'delay', ms: 40 } });
    const started = performance.now();
    expect((await client.credits()).ret).toBe('0');
    expect(performance.now() - started).toBeGreaterThan(35);
  });
});

describe('faults of tasks', () => {
  it('a task fails when and how it is told to, and only for its tool', async () => {
    const { simulator, client, uri } = await ready();
    simulator.faults.add({
      at: 'generate',
      effect: {
        kind: 'task-fails',
        status: 40,
        failCode: '2004',
        said: 'no',
        after: 1000,
        only: 'smart-hd',
      },
    });
    await client.submit('fast-hd', uri);
    const id = String(dig(await client.submit('smart-hd', uri), 'data.aigc_data.submit_id'));
    time += 999;
    expect(dig(await client.lookUp([id]), `data.${id}.status`)).toBe(20);
    time += 1;
    expect(dig(await client.lookUp([id]), `data.${id}`)).toMatchObject({
      status: 40,
      fail_code: '2004',
      fail_starling_message: 'no',
      item_list: [],
    });
    expect(simulator.submissions).toHaveLength(2);
  });

  it('a task fails for the upload that is meant, and for no other', async () => {
    const { simulator, client, uri } = await ready();
    const other = await client.upload(Buffer.from('something'));
    const of = (upload: Buffer) => upload.toString() === 'something';
    simulator.faults.add({ at: 'generate', times: 2, effect: { kind: 'task-fails', of } });
    const order = async (at: string) =>
      String(dig(await client.submit('fast-hd', at), 'data.aigc_data.submit_id'));
    const ids = [await order(uri), await order(other.uri), await order(other.uri)];
    time += 4000;
    const states = ids.map((id) => simulator.orderState(id)?.state);
    expect(states).toEqual(['finished', 'failed', 'failed']);
    const again = await order(other.uri);
    time += 4000;
    expect(simulator.orderState(again)?.state).toBe('finished');
  });

  it('a record goes missing once', async () => {
    const { simulator, client, uri } = await ready();
    const id = String(dig(await client.submit('fast-hd', uri), 'data.aigc_data.submit_id'));
    time += 1000;
    simulator.faults.add({ at: 'history', effect: { kind: 'missing-record' } });
    expect(await client.lookUp([id])).toMatchObject({ ret: '0', data: {} });
    expect(dig(await client.lookUp([id]), `data.${id}.status`)).toBe(20);
  });
});

describe('broken answers in simulator.fetch', () => {
  it('a reset is what a browser says of it', async () => {
    const { simulator } = await ready();
    simulator.faults.add({ at: 'page', effect: { kind: 'reset' } });
    const promise = simulator.fetch('https://jimeng.jianying.com/');
    await expect(promise).rejects.toEqual(new TypeError('Failed to fetch'));
  });

  it('a hang ends by the abort signal alone', async () => {
    const { simulator } = await ready();
    simulator.faults.add({ at: 'page', effect: { kind: 'hang' } });
    const promise = simulator.fetch('https://jimeng.jianying.com/', {
      signal: AbortSignal.timeout(20),
    });
    await expect(promise).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('an aborted request never arrives', async () => {
    const { simulator } = await ready();
    const before = simulator.requests.length;
    const signal = AbortSignal.abort();
    await expect(simulator.fetch('https://jimeng.jianying.com/', { signal })).rejects.toMatchObject(
      {
        name: 'AbortError',
      },
    );
    expect(simulator.requests).toHaveLength(before);
  });

  it('a truncated body breaks while it is read', async () => {
    const { simulator } = await ready();
    simulator.faults.add({ at: 'page', effect: { kind: 'truncate' } });
    const response = await simulator.fetch('https://jimeng.jianying.com/');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  it('handle rejects with BrokenAnswer', async () => {
    const { simulator } = await ready();
    simulator.faults.add({ at: 'page', effect: { kind: 'reset' } });
    const promise = simulator.handle(new Request('https://jimeng.jianying.com/'));
    await expect(promise).rejects.toBeInstanceOf(BrokenAnswer);
  });
});
