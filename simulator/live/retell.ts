import { reshape } from '../faults/reshape';
import { abroad } from '../service/abroad-options';
import type { Call } from '../service/call';
import type { LiveOptions } from '../service/live-options';

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

function isKeyBeside({ world, cluster }: Call): boolean {
  if (cluster.site === 'jimeng') return world.options.isSessionKeyBeside;
  return abroad(world, 'sessionKey', String(world.uploads.length)) === 'result';
}

/** What changes an endpoint's answer. */
function changeOf(call: Call, options: LiveOptions): ((body: Json) => void) | undefined {
  const { isUriStatusAbsent, creditResponse } = options;
  const { endpoint } = call;
  if (endpoint === 'apply' && isKeyBeside(call)) return withSessionKeyBeside;
  if (endpoint === 'commit' && isUriStatusAbsent) return withoutUriStatus;
  if (endpoint === 'credits' && creditResponse !== 'text') {
    return (body) => withOtherCredits(body, creditResponse);
  }
  return undefined;
}

/** Tells the same answer in the other shapes that the options name. An answer without JSON stays as it is. */
export async function retell(
  answer: Response,
  call: Call,
  options: LiveOptions,
): Promise<Response> {
  const { status, headers } = answer;
  if (!headers.get('content-type')?.startsWith('application/json')) return answer;
  let text = await answer.text();
  const change = changeOf(call, options);
  if (change) {
    const body = JSON.parse(text) as Json;
    change(body);
    text = JSON.stringify(body);
  }
  // As text: an answer may have numbers that a parser rounds.
  text = text.replace('"logid":', `"${options.logIdName}":`);
  const told = new Response(text, { status, headers });
  return options.hasNumberIds ? reshape(told, 'number-ids') : told;
}
