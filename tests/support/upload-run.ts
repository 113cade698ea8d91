import { JIMENG_CN } from '@/lib/jimeng/model/sites';
import { createImagex } from '@/lib/jimeng/upload/imagex';
import type { TokenStore, UploadToken } from '@/lib/jimeng/upload/token';
import { upload } from '@/lib/jimeng/upload/upload';
import { createClock } from '@/lib/jimeng/wire/clock';
import { createReach } from '@/lib/jimeng/wire/reach';
import { createTransport } from '@/lib/jimeng/wire/transport';

const IMAGE = new Blob(['123456789']);
export const CRC = 'cbf43926';
const STORE = { StoreUri: 'tos-cn-i-tb4s082cfz/a.png', Auth: 'Auth-1' };
export const ADDRESS = { StoreInfos: [STORE], UploadHosts: ['tos-1.douyin.com'], SessionKey: 'S1' };
export const FALLBACK = {
  StoreInfos: [{ StoreUri: 'tos-cn-i-tb4s082cfz/b.png', Auth: 'Auth-2' }],
  UploadHosts: ['tos-2.snssdk.com'],
  SessionKey: 'S2',
};
export const PUT_OK = { code: 2000, data: { crc32: CRC } };

export type Answer = (request: Request) => unknown;

export interface Script {
  apply?: Answer;
  put?: Answer;
  commit?: Answer;
  hosts?: string[];
  /** SigV4 regions of the key. */
  regions?: UploadToken['regions'];
  /** Unlisted hosts that somebody has allowed. */
  allowed?: string[];
}

/** A refusal by ImageX whose words hold a secret. */
export function refused(Code: string, status = 200): Response {
  return Response.json(
    { ResponseMetadata: { Error: { CodeN: 100029, Code, Message: 'SECRET' } } },
    { status },
  );
}

/** Runs one upload against scripted answers: objects are JSON, Responses go through. */
export async function run(script: Script, signal?: AbortSignal) {
  const requests: Request[] = [];
  const bodies: string[] = [];
  const transport = createTransport(async (input, init) => {
    const request = new Request(input, init);
    requests.push(request.clone());
    const body = await request.text();
    bodies.push(body);
    const step = request.url.includes('/upload/v1/')
      ? 'put'
      : request.method === 'GET'
        ? 'apply'
        : 'commit';
    const usual = {
      apply: () => ({ Result: { UploadAddress: ADDRESS } }),
      put: () => PUT_OK,
      commit: () => ({
        Result: {
          Results: [
            { Uri: JSON.parse(body).SessionKey === 'S2' ? 'uri-2' : 'uri-1', UriStatus: 2000 },
          ],
        },
      }),
    };
    const answer = await (script[step] ?? usual[step])(request);
    return answer instanceof Response ? answer : Response.json(answer);
  });
  let tokens = 0;
  const dropped: UploadToken[] = [];
  const preferred: string[] = [];
  const store: TokenStore = {
    get: async () => {
      tokens += 1;
      return {
        key: { accessKeyId: `AK${tokens}`, secretAccessKey: 'SK', sessionToken: 'ST' },
        serviceId: 'svc',
        regions: script.regions ?? ['cn-north-1'],
        hosts: script.hosts ?? ['imagex.bytedanceapi.com'],
      };
    },
    prefer: (region) => preferred.push(region),
    drop: (token) => {
      if (token) dropped.push(token);
    },
  };
  const clock = createClock(() => Date.UTC(2026, 8, 18));
  const deps = {
    site: JIMENG_CN,
    reach: createReach(
      JIMENG_CN.uploadDomains,
      async (host) => script.allowed?.includes(host) ?? false,
    ),
    clock,
    tokens: store,
    imagex: createImagex({ clock, transport }),
    transport,
    used: new Set<string>(),
  };
  const outcome = await upload(deps, IMAGE, signal ? { signal } : {}).catch(
    (error: unknown) => error,
  );
  const hosts = requests.map((request) => new URL(request.url).hostname);
  return { outcome, requests, bodies, hosts, tokens, dropped, preferred };
}
