import { type Call, type Handler, violate } from './call';
import { crc32 } from './crc32';

const PREFIX = '/upload/v1/';

/**
 * `POST /upload/v1/<StoreUri>` on an upload host (docs/PROTOCOL.md, section 3.3). Answers
 * `code` 2000 if everything matches; any other code is a refusal.
 */
export const put: Handler = (call) => {
  const wrong = (code: number, message: string) => {
    violate(call, message);
    return Response.json({ code, message, error: { code, message } });
  };
  const { headers, body } = call;
  if (headers.has('cookie')) violate(call, 'cookies must not be sent here');
  if (call.method !== 'POST') return wrong(4005, `method must be POST, not ${call.method}`);
  const uri = decodeURI(call.url.pathname.slice(PREFIX.length));
  const upload = call.world.uploads.find((known) => known.uri === uri);
  if (!upload) return wrong(4004, 'StoreUri is not the one of the apply call');
  if (!upload.hosts.includes(call.url.hostname)) {
    return wrong(4006, `${call.url.hostname} is not an upload host of this address`);
  }
  if (headers.get('authorization') !== upload.auth) {
    return wrong(4001, 'Authorization is not the Auth of the apply call');
  }
  const problem = headerProblem(call);
  if (problem) return wrong(4000, problem);
  const expected = crc32(body);
  if (headers.get('content-crc32') !== expected) {
    return wrong(4002, `Content-CRC32 "${headers.get('content-crc32') ?? ''}" is not the body's`);
  }
  if (body.length !== upload.size) {
    return wrong(4003, `the body has ${body.length} bytes, FileSize said ${upload.size}`);
  }
  upload.bytes = body;
  return Response.json({
    code: 2000,
    message: 'Success',
    apiversion: 'v1',
    data: { crc32: expected },
  });
};

function headerProblem({ headers }: Call): string | undefined {
  const type = headers.get('content-type') ?? '';
  if (type !== 'application/octet-stream' && !type.startsWith('image/')) {
    return `Content-Type must be application/octet-stream or the picture's, not "${type}"`;
  }
  const disposition = headers.get('content-disposition');
  if (disposition !== 'attachment; filename="undefined"') {
    return `Content-Disposition must be attachment; filename="undefined", not "${disposition ?? ''}"`;
  }
  return undefined;
}
