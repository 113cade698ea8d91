import { randomUUID } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import { crc32 } from '../service/crc32';
import { signOf } from '../service/sign';
import type { Simulator, Target, Tool } from '../simulator';
import { CLUSTERS, type Cluster, type ClusterId } from '../wire/clusters';

type Json = Record<string, unknown>;

/** One request of the mini client. A test breaks exactly one part of it. */
export interface Outgoing {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

/** Changes a request just before it is sent. `step` is the name of its endpoint. */
export type Tamper = (step: string, request: Outgoing) => void;

/** Query of every call of `/mweb` at Dreamina. At Jimeng orders alone need one. */
function queryOf({ aid, region, site }: Cluster): string {
  const known = { aid: String(aid), device_platform: 'web', da_version: '3.3.28' };
  const own =
    site === 'jimeng' ? { region: 'cn' } : { region, os: 'mac', aigc_features: 'app_lip_sync' };
  return `?${new URLSearchParams({ ...known, ...own, web_version: '7.5.0' })}`;
}

/** Headers that Dreamina wants beside those of Jimeng. */
function abroadHeaders({ site, country }: Cluster): Record<string, string> {
  if (site === 'jimeng') return {};
  return { 'app-sdk-version': '48.0.0', lan: 'en', loc: country, tdid: '' };
}

/** Reads a field of untyped JSON by its path, e.g. `data.aigc_data.status`. */
export function dig(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Json | null | undefined)?.[key], value);
}

/** A draft as in docs/PROTOCOL.md, sections 4.3 and 4.4. */
function draftOf(tool: Tool, uri: string, target: Target, now: number): Json {
  const node = (fields: Json, type = '') => ({ type, id: randomUUID(), ...fields });
  const component = randomUUID();
  const original = tool === 'super-resolution';
  const kind = {
    'super-resolution': 'super_resolution',
    'smart-hd': 'pro_hd',
    'fast-hd': 'normal_hd',
  }[tool];
  const image = { source_from: 'upload', platform_type: 1, image_uri: uri, uri };
  const number = tool === 'smart-hd' ? 35 : 13;
  const smart = {
    resolution_type: target,
    hd_scene_type: 'auto',
    original_image_strength: 0.65,
    detail_strength: 0.65,
  };
  const hd = {
    ...(tool === 'smart-hd' && smart),
    postedit_param: node({
      generate_type: number,
      origin_image: node(
        { ...image, name: '', width: 0, height: 0, format: '', title: '' },
        'image',
      ),
    }),
  };
  const ability = original
    ? { init_image: node(image, 'image'), resolution_type: target, history_option: node({}) }
    : hd;
  return {
    type: 'draft',
    id: randomUUID(),
    min_version: original ? '3.2.2' : '3.2.9',
    ...(!original && { min_features: [] }),
    is_from_tsn: true,
    version: original ? '3.2.2' : '3.3.28',
    main_component_id: component,
    component_list: [
      {
        type: 'image_base_component',
        id: component,
        min_version: original ? '3.2.2' : '3.0.2',
        aigc_mode: 'workbench',
        ...(!original && { gen_type: number }),
        metadata: node(
          original
            ? { created_platform: 3, created_time_in_ms: now }
            : {
                created_platform: 3,
                created_platform_version: '',
                created_time_in_ms: String(now),
                created_did: '',
              },
        ),
        generate_type: kind,
        abilities: node({
          [kind]: node(ability),
          ...(!original && { gen_option: node({ gen_count: 1, generate_all: false }) }),
        }),
      },
    ],
  };
}

/** `metrics_extra` as in docs/PROTOCOL.md, section 4.1. */
function metricsOf(tool: Tool, target: Target, submitId: string): string {
  const reportParams = { enterSource: 'generate', extraVipFunctionKey: '' };
  const scene = { type: 'image', scene: 'ImageProHD', proHDResolutionType: target, reportParams };
  return JSON.stringify({
    promptSource: 'custom',
    generateCount: 1,
    generateId: submitId,
    templateId: '0',
    enterFrom: 'click',
    isRegenerate: false,
    isBoxSelect: false,
    isCutout: false,
    ...(tool === 'smart-hd' && { sceneOptions: JSON.stringify([scene]) }),
  });
}

/**
 * The smallest correct client, for the simulator's own tests. At Dreamina its orders leave from the page. This room, `client/`, holds it and the ways to break
 * its requests (`tampering.ts`).
 */
export function createMiniClient(
  simulator: Simulator,
  {
    now,
    tamper = () => {},
    cluster: id = 'jimeng',
    session = id === 'jimeng' ? 'session-1' : 'dreamina-session-1',
    workspace = '0',
    region,
  }: {
    now: () => number;
    tamper?: Tamper;
    cluster?: ClusterId;
    session?: string;
    /** Digits of the workspace of an order at Dreamina. */
    workspace?: string;
    /** SigV4 region; default that of the token, else the first of the cluster. */
    region?: string;
  },
) {
  const cluster = CLUSTERS[id];
  const isAbroad = cluster.site === 'dreamina';
  const page = `https://${cluster.pageHost}`;

  async function send(step: string, request: Outgoing): Promise<Response> {
    tamper(step, request);
    const { url, method, headers, body } = request;
    return simulator.handle(
      new Request(url, { method, headers, ...(body !== undefined && { body: body as BodyInit }) }),
    );
  }

  /** What a browser adds to a call. */
  function browserHeaders(path: string): Record<string, string> {
    const from = path.startsWith('/commerce/') && !isAbroad ? 'ai-tool/image/generate' : '';
    const cookies = isAbroad
      ? simulator.cookiesOf(cluster.site, session).map(({ name, value }) => `${name}=${value}`)
      : [`sessionid=${session}`];
    return { cookie: cookies.join('; '), origin: page, referer: `${page}/${from}` };
  }

  /** The network below the site's page, whose code has signed the request. */
  const pageFetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method } = request;
    const { cookie = '', ...others } = browserHeaders(new URL(request.url).pathname);
    const headers = { ...Object.fromEntries(request.headers), ...others };
    if (method === 'OPTIONS') return send('preflight', { url: request.url, method, headers });
    const body = await request.text();
    return send('generate', { url: request.url, method, headers: { ...headers, cookie }, body });
  };
  let openPage: typeof fetch | undefined;

  async function site(step: string, path: string, body: unknown, appvr = '8.4.0'): Promise<Json> {
    const time = String(Math.floor(now() / 1000));
    const isCommerce = path.startsWith('/commerce/');
    const host = isCommerce ? cluster.commerceHost : cluster.apiHost;
    const query = isAbroad && !isCommerce ? queryOf(cluster) : '';
    const url = `https://${host}${path}${path.includes('?') ? '' : query}`;
    const headers = {
      'content-type': 'application/json',
      appid: String(cluster.aid),
      appvr,
      pf: '7',
      'device-time': time,
      sign: signOf(path.split('?')[0] ?? '', appvr, time),
      'sign-ver': '1',
      ...abroadHeaders(cluster),
    };
    // As text: the id is longer than a JavaScript number holds.
    const text = JSON.stringify(body).replace('"workspace_id":0', `"workspace_id":${workspace}`);
    if (isAbroad && step === 'generate') {
      openPage ??= simulator.openPage(pageFetch, cluster.site);
      const answer = await openPage(url, { method: 'POST', headers, body: text });
      return (await answer.json()) as Json;
    }
    const response = await send(step, {
      url,
      method: 'POST',
      headers: { ...headers, ...browserHeaders(path) },
      body: text,
    });
    return (await response.json()) as Json;
  }

  function regionOf(named: unknown): string {
    return named === undefined || named === 'cn' ? cluster.signingRegions[0] : String(named);
  }

  async function imagex(step: string, key: Json, query: string, body?: string): Promise<Json> {
    const url = `https://${cluster.imagexHost}/?Version=2018-08-01&ServiceId=${cluster.serviceId}&${query}`;
    const method = body === undefined ? 'GET' : 'POST';
    const hash = await crypto.subtle.digest('SHA-256', Buffer.from(body ?? ''));
    const signer = new AwsV4Signer({
      url,
      method,
      ...(body !== undefined && {
        body,
        headers: { 'x-amz-content-sha256': Buffer.from(hash).toString('hex') },
      }),
      accessKeyId: String(key.access_key_id),
      secretAccessKey: String(key.secret_access_key),
      sessionToken: String(key.session_token),
      service: 'imagex',
      region: region ?? regionOf(key.region),
      datetime: new Date(now()).toISOString().replace(/[:-]|\.\d{3}/g, ''),
    });
    signer.signableHeaders = signer.signableHeaders.filter((name) => name !== 'host');
    signer.signedHeaders = signer.signableHeaders.join(';');
    signer.canonicalHeaders = signer.signableHeaders
      .map((name) => `${name}:${signer.headers.get(name)}`)
      .join('\n');
    const { headers } = await signer.sign();
    const request: Outgoing = { url, method, headers: Object.fromEntries(headers) };
    if (body !== undefined) request.body = body;
    const response = await send(step, request);
    return (await response.json()) as Json;
  }

  const token = () => site('upload-token', '/mweb/v1/get_upload_token', { scene: 2 });

  async function upload(
    bytes: Uint8Array,
  ): Promise<{ uri: string; put: Json; applied: Json; committed: Json }> {
    const key = dig(await token(), 'data') as Json;
    const applied = await imagex(
      'apply',
      key,
      `Action=ApplyImageUpload&FileSize=${bytes.length}&s=abcdef0123`,
    );
    if (dig(applied, 'ResponseMetadata.Error')) return { uri: '', put: {}, applied, committed: {} };
    const store = dig(applied, 'Result.UploadAddress.StoreInfos.0') as Json;
    const host = dig(applied, 'Result.UploadAddress.UploadHosts.0');
    const put = await send('put', {
      url: `https://${host}/upload/v1/${store?.StoreUri}`,
      method: 'POST',
      headers: {
        authorization: String(store?.Auth),
        'content-crc32': crc32(bytes),
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename="undefined"',
      },
      body: bytes,
    });
    const SessionKey =
      dig(applied, 'Result.UploadAddress.SessionKey') ?? dig(applied, 'Result.SessionKey');
    const committed = await imagex(
      'commit',
      key,
      'Action=CommitImageUpload',
      JSON.stringify({ SessionKey }),
    );
    const uri = String(dig(committed, 'Result.Results.0.Uri'));
    return { uri, put: (await put.json()) as Json, applied, committed };
  }

  function submit(
    tool: Tool,
    uri: string,
    change: (body: Json, draft: Json) => void = () => {},
    target: Target = '2k',
  ) {
    const original = tool === 'super-resolution';
    const draft = draftOf(tool, uri, target, now());
    const submit_id = randomUUID();
    const hd = { root_model: 'high_aes_general_v50', ...(isAbroad && { workspace_id: 0 }) };
    const body: Json = {
      extend: original ? {} : hd,
      submit_id,
      ...(!original && { metrics_extra: metricsOf(tool, target, submit_id) }),
      draft_content: '',
      http_common_info: { aid: cluster.aid },
    };
    change(body, draft);
    if (body.draft_content === '') body.draft_content = JSON.stringify(draft);
    const query = original
      ? '?aid=513695&device_platform=web&region=CN&da_version=3.2.2'
      : queryOf(cluster);
    return site(
      'generate',
      `/mweb/v1/aigc_draft/generate${query}`,
      body,
      original ? '5.8.0' : '8.4.0',
    );
  }

  return {
    token,
    upload,
    submit,
    lookUp: (ids: string[]) => site('history', '/mweb/v1/get_history_by_ids', { submit_ids: ids }),
    queueInfo: (ids: string[]) =>
      site('queue-info', '/mweb/v1/get_history_queue_info', { history_ids: ids }),
    workspaces: () => site('workspaces', '/mweb/v1/workspace/list', {}),
    userInfo: () => site('user-info', '/mweb/v1/get_user_info', {}),
    credits: (body: unknown = {}) => site('credits', '/commerce/v1/benefits/user_credit', body),
  };
}
