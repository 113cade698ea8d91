import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { codeAt, NUMBERS, REFUSAL_CODES } from '@/tests/support/refusal-table';
import { HistoryRecord } from '../model/schemas';
import { JIMENG_CN } from '../model/sites';
import { readAccepted } from '../order/generate';
import { readRecord } from '../result/record';
import { createClock } from './clock';
import { createPost, read } from './request';
import { createTransport } from './transport';

/**
 * The service has changed one refusal from the number 2038 to the text '2047'. A number means the same in
 * whatever form and place it comes.
 */
const FORMS: Record<string, (number: string) => unknown> = {
  text: (number) => number,
  number: (number) => Number(number),
  'text with blanks': (number) => ` ${number}\n`,
};

/** A service that answers with this body. */
function post(body: unknown) {
  const transport = createTransport(async () => Response.json(body));
  return createPost({ site: JIMENG_CN, clock: createClock(() => 0), transport });
}

const codeOfError = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: { code: string }) => error.code,
  );

function codeOfRecord(record: Record<string, unknown>): string | undefined {
  const parsed = v.parse(HistoryRecord, { status: 30, ...record });
  const report = readRecord(parsed, { resultDomains: [] });
  return report.state === 'failed' ? report.code : report.state;
}

async function codeOfOrder(body: Record<string, unknown>): Promise<string> {
  const answer = await post(body)('/p/generate', {}, { kind: 'once', hadNoEffect: () => false });
  return codeOfError((async () => readAccepted(answer, 'mine'))());
}

/** Report of a value in each place. 424242 is undocumented. */
const PLACES: Record<string, (value: unknown) => Promise<string | undefined>> = {
  'ret of a read': (ret) => codeOfError(read(post({ ret, data: null }), '/p/read', {})),
  'ret of an order': (ret) => codeOfOrder({ ret, data: null }),
  'fail_code of an order': (fail_code) =>
    codeOfOrder({ ret: '0', data: { aigc_data: null, fail_code } }),
  'fail_code of an order, beside an undocumented ret': (fail_code) =>
    codeOfOrder({ ret: 424242, data: { aigc_data: null, fail_code } }),
  'fail_code of a record': async (fail_code) => codeOfRecord({ fail_code }),
  'task.resp_ret.ret': async (ret) => codeOfRecord({ task: { resp_ret: { ret } } }),
  'task.resp_ret.ret, beside an undocumented fail_code': async (ret) =>
    codeOfRecord({ fail_code: '424242', task: { resp_ret: { ret } } }),
  'gen_result_data.result_code': async (result_code) =>
    codeOfRecord({ gen_result_data: { result_code } }),
  'gen_result_data.result_code, beside undocumented numbers': async (result_code) =>
    codeOfRecord({
      fail_code: 424242,
      task: { resp_ret: { ret: '424242' } },
      gen_result_data: { result_code },
    }),
};

describe.each(Object.entries(PLACES))('%s', (place, codeIn) => {
  it.each(Object.entries(FORMS))('means the same as %s', async (_form, formOf) => {
    for (const code of REFUSAL_CODES) {
      for (const number of NUMBERS[code]) {
        const met = codeAt(code, place.includes('of an order'));
        expect([number, await codeIn(formOf(number))]).toEqual([number, met]);
      }
    }
  });
});
