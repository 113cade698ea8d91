import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { HistoryRecord } from '../model/schemas';
import type { TaskReport } from '../model/task-report';
import { readRecord } from './record';

const LINK =
  'https://p3-dreamina-sign.byteimg.com/tos-cn-i-tb4s082cfz/a~tplv.png?x-expires=1789003600';
const ITEM = {
  image: { format: 'png', large_images: [{ image_url: LINK, width: 4096, height: '2304' }] },
};
const IMAGE = { url: LINK, width: 4096, height: 2304, format: 'png', expiresAt: 1789003600_000 };

function report(record: unknown): TaskReport {
  return readRecord(v.parse(HistoryRecord, record), {
    resultDomains: ['byteimg.com'],
    logId: 'LOG',
  });
}

describe('status', () => {
  it.each<[string, unknown, unknown]>([
    ['20 runs', { status: 20 }, { state: 'running' }],
    ['20 as text runs', { status: '20' }, { state: 'running' }],
    ['20 with a number runs', { status: 20, fail_code: 2038 }, { state: 'running' }],
    [
      '20 with a number and an end, and no item, has failed in doubt',
      { status: 20, fail_code: '2038', finish_time: 1790786145, item_list: [] },
      { state: 'failed', code: 'content-refused', isDoubtful: true },
    ],
    [
      'the same in the task',
      { task: { status: 20, finish_time: '1790786145', resp_ret: { ret: 4013 } } },
      { state: 'failed', code: 'risk-control', isDoubtful: true },
    ],
    [
      '20 with an end and no number runs',
      { status: 20, fail_code: '0', finish_time: 1790786145 },
      { state: 'running' },
    ],
    [
      '20 tells the place in the queue',
      { status: 20, queue_info: { queue_idx: 12, queue_length: 340, queue_status: 1 } },
      { state: 'running', queue: { place: 12, length: 340 } },
    ],
    ['42 runs', { status: 42, item_list: [ITEM] }, { state: 'running' }],
    ['0 runs', { status: 0 }, { state: 'running' }],
    ['-1 runs', { status: -1 }, { state: 'running' }],
    ['21 runs', { status: 21 }, { state: 'running' }],
    ['no status cannot be read', { history_record_id: 5 }, { historyId: '5', state: 'unreadable' }],
    ['a list for a status cannot be read', { status: [20] }, { state: 'unreadable' }],
    ['the status of the task is the second copy', { task: { status: 30 } }, { state: 'failed' }],
    [
      '50 with a picture is done',
      { status: 50, item_list: [ITEM] },
      { state: 'done', image: IMAGE },
    ],
    ['50 without a picture is empty', { status: 50, item_list: [] }, { state: 'empty' }],
    ['50 without a list is empty', { status: 50 }, { state: 'empty' }],
    ['45 without a picture runs', { status: 45, item_list: [{}] }, { state: 'running' }],
    [
      '45 with a picture is partial',
      { status: 45, item_list: [ITEM], total_image_count: 1, finished_image_count: 0 },
      { state: 'partial', image: IMAGE },
    ],
    ['45 without counts is partial', { status: 45, item_list: [ITEM] }, { state: 'partial' }],
    [
      '45 that counts as finished is done',
      { status: 45, item_list: [ITEM], total_image_count: 1, finished_image_count: '1' },
      { state: 'done', image: IMAGE },
    ],
    ['10 is the input', { status: 10 }, { state: 'failed', code: 'input-refused' }],
    ['10 with a reason', { status: 10, fail_code: 2038 }, { code: 'content-refused' }],
    ['10 with an unknown reason', { status: 10, fail_code: '424242' }, { code: 'input-refused' }],
    ['30 without a reason', { status: 30, fail_code: '' }, { code: 'generation-failed' }],
    ['30 with an unknown reason', { status: 30, fail_code: 424242 }, { code: 'unknown-refusal' }],
    [
      '30 with an unknown reason is doubtful',
      { status: 30, fail_code: 424242 },
      { code: 'unknown-refusal', isDoubtful: true, detail: { failCode: '424242' } },
    ],
    [
      'an unknown status with a number is a doubtful end',
      { status: 35, gen_result_data: { result_code: '2047' } },
      { state: 'failed', code: 'input-refused', isDoubtful: true },
    ],
    [
      'an unknown status without a number runs',
      { status: 35, fail_code: '0' },
      { state: 'running' },
    ],
    ['an unknown status with an empty task runs', { status: 35, task: {} }, { state: 'running' }],
    [
      'an unknown status with an unknown number is a doubtful end without a reason',
      { status: 35, fail_code: '424242' },
      { state: 'failed', code: 'unknown-refusal', isDoubtful: true },
    ],
    ['20 with a number runs', { status: 20, fail_code: '2047' }, { state: 'running' }],
    ['60 without a reason runs', { status: 60, item_list: [] }, { state: 'running' }],
    [
      '60 with words is a doubtful end',
      { status: 60, failed_item_list: [{ gen_result_data: { result_msg: 'SystemBusy' } }] },
      {
        state: 'failed',
        code: 'generation-failed',
        isDoubtful: true,
        detail: { said: 'SystemBusy' },
      },
    ],
    [
      '60 with a number is a doubtful end',
      { status: 60, fail_code: '2038' },
      { state: 'failed', code: 'content-refused', isDoubtful: true },
    ],
    ['40 is the output', { status: 40 }, { state: 'failed', code: 'output-refused' }],
    ['100 is deleted', { status: 100, item_list: [ITEM] }, { code: 'result-deleted' }],
  ])('%s', (_, record, expected) => {
    expect(report(record)).toMatchObject(expected as TaskReport);
  });
});

describe('a running task', () => {
  it('reports its forecast in ms', () => {
    const record = {
      status: 20,
      history_record_id: '7412345678901234567',
      forecast_generate_cost: 91,
      forecast_queue_cost: '9.5',
    };
    expect(report(record)).toEqual({
      state: 'running',
      historyId: '7412345678901234567',
      forecastMs: 100_500,
    });
  });
});

it('reports a failure with a documented reason without a doubt', () => {
  expect(report({ status: 30, fail_code: '2038' })).not.toHaveProperty('isDoubtful');
});

describe('the reason of a failure', () => {
  const ALL = {
    status: 30,
    fail_starling_message: 'first',
    fail_msg: 'second',
    task: { resp_ret: { ret: 1006, errmsg: 'third' } },
    gen_result_data: { result_code: 2002, result_msg: 'fourth' },
    fail_starling_key: 'fifth',
  };
  it.each([
    ['first', ALL],
    ['second', { ...ALL, fail_starling_message: '' }],
    ['third', { ...ALL, fail_starling_message: '', fail_msg: null }],
    ['fourth', { ...ALL, fail_starling_message: '', fail_msg: '', task: {} }],
    ['fifth', { status: 30, fail_starling_key: 'fifth' }],
  ])('says %s', (said, record) => {
    expect(report(record)).toMatchObject({ detail: { said, logId: 'LOG' } });
  });

  it.each([
    ['its own code', { ...ALL, fail_code: '2004' }, 'output-refused'],
    ['the code of the task', ALL, 'no-credits'],
    ['the code of the result', { ...ALL, task: { resp_ret: { ret: '0' } } }, 'generation-failed'],
    ['its words', { status: 30, fail_msg: 'shark not pass' }, 'risk-control'],
    [
      'an item that failed',
      { status: 30, failed_item_list: [{}, { gen_result_data: { result_code: 2038 } }] },
      'content-refused',
    ],
    [
      'an item that failed for no known reason',
      { status: 30, failed_item_list: [{ gen_result_data: { result_msg: 'SystemBusy' } }] },
      'generation-failed',
    ],
  ])('is taken from %s', (_, record, code) => {
    expect(report(record)).toMatchObject({ state: 'failed', code });
  });
});

describe('the picture', () => {
  const FOREIGN = 'https://p9-sign.elsewhere.net/a';
  const large = (image_url: string, width?: number) => ({
    image: { large_images: [{ image_url, ...(width && { width, height: 2304 }) }] },
  });
  const cover = (name: string) => `https://p9.byteimg.com/${name}`;
  it.each<[string, unknown[], string]>([
    ['is the large image', [{ ...ITEM, common_attr: { cover_url: cover('c') } }], LINK],
    [
      'else the largest cover',
      [{ common_attr: { cover_url_map: { 720: cover('s'), 4096: cover('l'), 1080: cover('m') } } }],
      cover('l'),
    ],
    ['else the cover', [{ image: null, common_attr: { cover_url: cover('c') } }], cover('c')],
    ['skips broken entries', [null, 'x', { image: 5 }, ITEM], LINK],
    [
      'is on an unlisted host, where only covers are on listed ones',
      [{ ...large(FOREIGN, 4096), common_attr: { cover_url: cover('c'), cover_width: 9000 } }],
      FOREIGN,
    ],
    ['is on a listed host of two with the same size', [large(FOREIGN, 4096), ITEM], LINK],
    ['is the larger one, though on an unlisted host', [ITEM, large(FOREIGN, 4097)], FOREIGN],
    ['is on a listed host, if the other has no size', [large(FOREIGN), ITEM], LINK],
    ['is a cover on an unlisted host', [{ common_attr: { cover_url: FOREIGN } }], FOREIGN],
    [
      'is a listed cover of two',
      [{ common_attr: { cover_url_map: { 4096: FOREIGN }, cover_url: cover('c') } }],
      cover('c'),
    ],
    ['skips links that are not public', [large('https://10.0.0.1/a', 9000), ITEM], LINK],
  ])('%s', (_, item_list, url) => {
    expect(report({ status: 50, item_list })).toMatchObject({ state: 'done', image: { url } });
  });

  it.each(['http://p3.byteimg.com/a', 'https://127.0.0.1/a', 'https://nas.local/a', 'nonsense'])(
    'is refused at %s, and never replaced by a cover',
    (image_url) => {
      const item = { image: { large_images: [{ image_url }] }, common_attr: { cover_url: LINK } };
      const record = { status: 50, item_list: [item] };
      expect(report(record)).toEqual({ state: 'failed', code: 'host-not-allowed', detail: {} });
    },
  );
});
