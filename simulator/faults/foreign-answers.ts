/**
 * Bodies of answers to a history query that do not come from the history: from a gateway, a captcha page,
 * another version of the service. Each has HTTP 200. None proves whether an order exists.
 */
export const FOREIGN_ANSWERS: Readonly<Record<string, unknown>> = {
  'captcha page': { code: -1, message: 'verify' },
  'captcha page with data': { code: 10000, data: { verify_scene: 'passport', type: 'verify' } },
  'empty list': [],
  'list of nothing': [{}],
  'empty object': {},
  null: null,
  text: 'ok',
  'no data': { ret: '0' },
  'data is null': { ret: '0', data: null },
  'data is a list': { ret: '0', data: [] },
  'data is text': { ret: '0', data: 'success' },
  'records in a list': { ret: '0', data: { records: [] } },
  'records in an object': { ret: '0', data: { records: {} } },
  'number for ret': { ret: 0, data: null },
  'another name for data': { ret: '0', errmsg: 'success', result: {} },
  'data of something else': { ret: '0', data: { total_credit: 3, records: null } },
  'record without an order': { ret: '0', data: { '7512345678901234567': { status: 20 } } },
  'nothing under a foreign id': { ret: '0', data: { '7512345678901234567': {} } },
  'no ret, only data': { data: {}, message: 'success' },
};
