import { reshape } from '../faults/reshape';
import type { LiveOptions } from '../service/live-options';
import type { EndpointName } from '../wire/endpoints';

type Json = Record<string, unknown>;

function objectAt(parent: Json, key: string): Json | undefined {
  const value = parent[key];
  return typeof value === 'object' && value !== null ? (value as Json) : undefined;
}

function withSessionKeyBeside(body: Json): void {
  const result = objectAt(body, 'Result');
  const address = result && objectAt(result, 'UploadAddress');
  if (!address) return;
  result.SessionKey = address.SessionKey;
  delete address.SessionKey;
}

function withoutUriStatus(body: Json): void {
  const results = objectAt(body, 'Result')?.Results;
  for (const one of Array.isArray(results) ? results : []) delete one.UriStatus;
}

function withOtherCredits(body: Json, how: LiveOptions['creditResponse']): void {
  if (typeof body.response !== 'string') return;
  if (how === 'object') body.response = JSON.parse(body.response);
  else delete body.data;
}

function withOtherLogId(body: Json, name: string): void {
  if (!('logid' in body)) return;
  const { logid } = body;
  delete body.logid;
  body[name] = logid;
}

/** Tells the same answer in the other shapes that the options name. An answer without JSON stays as it is. */
export async function retell(
  answer: Response,
  endpoint: EndpointName,
  options: LiveOptions,
): Promise<Response> {
  const { status, headers } = answer;
  if (!headers.get('content-type')?.startsWith('application/json')) return answer;
  const body = (await answer.json()) as Json;
  if (options.isSessionKeyBeside) withSessionKeyBeside(body);
  if (options.isUriStatusAbsent) withoutUriStatus(body);
  if (options.creditResponse !== 'text' && endpoint === 'credits') {
    withOtherCredits(body, options.creditResponse);
  }
  withOtherLogId(body, options.logIdName);
  const told = Response.json(body, { status, headers });
  return options.hasNumberIds ? reshape(told, 'number-ids') : told;
}
