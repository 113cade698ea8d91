import { timingSafeEqual } from 'node:crypto';
import sharp from 'sharp';
import type { Cluster } from '../wire/clusters';
import { abroad } from './abroad-options';
import { type Call, type Handler, objectOf, violate } from './call';
import { envelope, imagexError, imagexMetadata, refuse } from './envelope';
import { CURRENT_CLIENT, guard, versionRefusal } from './guard';
import { exactly, oneOf } from './shape';
import { amzDate, expectedSignature, readClaim, sha256 } from './sigv4';
import type { Upload, UploadToken, World } from './world';

const MAX_SKEW_MS = 15 * 60_000;
const OPTIONAL_QUERY = ['device_platform', 'FileExtension', 'UploadNum', 'NeedFallback'];

/** `POST /mweb/v1/get_upload_token` (docs/PROTOCOL.md, section 3.1). */
export const uploadToken: Handler = (call) => {
  const account = guard(call);
  if (account instanceof Response) return account;
  const versions = versionRefusal(call, CURRENT_CLIENT);
  if (versions) return versions;
  const [problem] = exactly({ scene: oneOf(2) })(objectOf(call), 'body');
  if (problem) {
    violate(call, problem);
    return refuse(call, '1000');
  }
  const { world } = call;
  const { now, tokenTtlMs } = world.options;
  const { cluster } = call;
  const accessKeyId = `AKTP${world.hex(32)}`;
  const regions = regionsOf(world, cluster);
  const token: UploadToken = {
    accessKeyId,
    regions,
    secretAccessKey: world.hex(44),
    sessionToken: `STS2${Buffer.from(world.hex(60)).toString('base64')}`,
    account,
    expiresAt: now() + tokenTtlMs,
  };
  world.tokens.set(token.accessKeyId, token);
  for (const secret of [token.accessKeyId, token.secretAccessKey, token.sessionToken]) {
    world.secrets.add(secret);
  }
  return envelope(call, '0', {
    access_key_id: token.accessKeyId,
    secret_access_key: token.secretAccessKey,
    session_token: token.sessionToken,
    space_name: cluster.serviceId,
    service_id: cluster.serviceId,
    upload_domain: cluster.imagexHost,
    ...namedRegion(world, token),
    current_time: beijingTime(now()),
    expired_time: beijingTime(token.expiresAt),
  });
};

/** The SigV4 regions that tokens of a cluster are good for. */
function regionsOf(world: World, { id, signingRegions }: Cluster): readonly string[] {
  const [first, second = first] = signingRegions;
  const which = abroad(world, 'signingRegion', id);
  return which === 'any' ? signingRegions : [which === 'first' ? first : second];
}

function namedRegion(world: World, { account, regions, accessKeyId }: UploadToken) {
  if (account.cluster.site === 'jimeng') return { region: 'cn' };
  return abroad(world, 'tokenRegion', accessKeyId) === 'named' ? { region: regions[0] } : {};
}

function beijingTime(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00');
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** Verifies Signature Version 4 as ImageX does (docs/PROTOCOL.md, sections 3.2 and 3.4). */
function verify(call: Call): UploadToken | Response {
  const { headers, world } = call;
  const wrong = (sentence: string, code = 'SignatureDoesNotMatch', codeN = 100010) => {
    violate(call, sentence);
    return imagexError(call, codeN, code, sentence);
  };
  if (headers.has('cookie')) violate(call, 'cookies must not be sent here');

  const claim = readClaim(headers.get('authorization'));
  if (!claim) return wrong('Authorization is not AWS4-HMAC-SHA256', 'MissingAuthenticationToken');
  const token = world.tokens.get(claim.accessKeyId);
  if (token?.account.cluster !== call.cluster)
    return wrong('accessKey can not be found', 'InvalidClientTokenId', 100009);
  if (headers.get('x-amz-security-token') !== token.sessionToken) {
    return wrong('X-Amz-Security-Token was not issued here', 'InvalidClientTokenId', 100026);
  }
  // Correct clients have old tokens and wrong clocks, too: refused, without a violation.
  const now = world.options.now();
  if (token.expiresAt <= now) {
    return imagexError(call, 100027, 'ExpiredToken', 'the security token has expired');
  }
  const date = amzDate(headers.get('x-amz-date'));
  if (Number.isNaN(date)) return wrong('X-Amz-Date is not a basic ISO date');
  if (Math.abs(date - now) > MAX_SKEW_MS) {
    return imagexError(call, 100011, 'SignatureExpired', 'X-Amz-Date is too far from now');
  }

  const day = headers.get('x-amz-date')?.slice(0, 8);
  const isScope = (region: string) => claim.scope === `${day}/${region}/imagex/aws4_request`;
  if (!call.cluster.signingRegions.some(isScope)) {
    return wrong(`credential scope ${claim.scope} is wrong`);
  }
  // Which of the regions is right is unknown abroad: a client has to try, and that is no violation.
  if (!token.regions.some(isScope)) {
    return imagexError(call, 100010, 'SignatureDoesNotMatch', 'the region is another one');
  }
  const signed =
    call.method === 'GET'
      ? 'x-amz-date;x-amz-security-token'
      : 'x-amz-content-sha256;x-amz-date;x-amz-security-token';
  if (claim.signedHeaders.join(';') !== signed) {
    return wrong(`SignedHeaders must be ${signed}, not ${claim.signedHeaders.join(';')}`);
  }
  if (call.method !== 'GET' && headers.get('x-amz-content-sha256') !== sha256(call.body)) {
    return wrong('X-Amz-Content-Sha256 is not the hash of the body');
  }
  if (!same(claim.signature, expectedSignature(call, claim, token.secretAccessKey))) {
    return wrong('Signature does not match');
  }
  return token;
}

function queryProblems(call: Call, wanted: Record<string, RegExp>): string[] {
  const query = call.url.searchParams;
  const missing = Object.entries(wanted)
    .filter(([key, pattern]) => !pattern.test(query.get(key) ?? ''))
    .map(([key]) => `query ${key} is missing or wrong: "${query.get(key) ?? ''}"`);
  const unknown = [...query.keys()]
    .filter((key) => !(key in wanted) && !OPTIONAL_QUERY.includes(key))
    .map((key) => `query ${key} is not a known parameter`);
  return [...missing, ...unknown];
}

function checked(
  call: Call,
  method: string,
  query: Record<string, RegExp>,
): UploadToken | Response {
  if (call.method !== method) {
    violate(call, `method must be ${method}, not ${call.method}`);
    return imagexError(call, 100005, 'InvalidActionOrVersion', 'wrong method', 404);
  }
  const token = verify(call);
  if (token instanceof Response) return token;
  const [problem] = queryProblems(call, {
    Action: /^(Apply|Commit)ImageUpload$/,
    Version: /^2018-08-01$/,
    ServiceId: new RegExp(`^${call.cluster.serviceId}$`),
    ...query,
  });
  if (problem === undefined) return token;
  violate(call, problem);
  return imagexError(call, 100004, 'InvalidParameter', problem, 400);
}

/** The upload hosts of an apply answer: its listed ones, and foreign ones by option. */
function hostsOf(call: Call, listed: readonly string[]): readonly string[] {
  const { world, cluster } = call;
  const foreign = cluster.foreignUploadHosts;
  const { foreignUploadHosts } = world.options;
  const isAbroad = cluster.site === 'dreamina';
  const how = isAbroad
    ? abroad(world, 'uploadHosts', String(world.uploads.length >> 1))
    : ({ none: 'listed', beside: 'foreign-first', instead: 'foreign' } as const)[
        foreignUploadHosts
      ];
  if (how === 'listed') return listed;
  return how === 'foreign' ? foreign : [...foreign, ...listed];
}

function address(upload: Upload): Record<string, unknown> {
  return {
    StoreInfos: [{ StoreUri: upload.uri, Auth: upload.auth, UploadID: upload.uri.slice(-32) }],
    UploadHosts: upload.hosts,
    UploadHeader: null,
    SessionKey: upload.sessionKey,
  };
}

/** `GET /?Action=ApplyImageUpload` (docs/PROTOCOL.md, section 3.2). */
export const apply: Handler = (call) => {
  const token = checked(call, 'GET', { FileSize: /^[1-9]\d*$/, s: /^[0-9a-z]{10,11}$/ });
  if (token instanceof Response) return token;
  const { world, cluster } = call;
  const addresses = [cluster.uploadHosts, cluster.fallbackUploadHosts].map((listed) =>
    hostsOf(call, listed),
  );
  const [main, fallback] = addresses.map((hosts) => {
    const uri = `${cluster.store}/${world.hex(32)}`;
    const upload: Upload = {
      uri,
      auth: `SpaceKey/${cluster.serviceId}/0/:version:v2:${world.hex(64)}`,
      sessionKey: Buffer.from(JSON.stringify({ uri, nonce: world.hex(16) })).toString('base64'),
      hosts,
      account: token.account,
      size: Number(call.url.searchParams.get('FileSize')),
    };
    world.uploads.push(upload);
    world.secrets.add(upload.auth).add(upload.sessionKey);
    return upload;
  });
  return Response.json(
    {
      ResponseMetadata: imagexMetadata(call),
      Result: {
        UploadAddress: main && address(main),
        FallbackUploadAddress: fallback && address(fallback),
        RequestId: world.hex(32).toUpperCase(),
      },
    },
    // A client that sends this cookie back violates the rule "no cookies here".
    {
      headers: {
        'set-cookie': `ttwid=simulated; Domain=${cluster.imagexHost.replace(/^[^.]+/, '')}; Path=/`,
      },
    },
  );
};

/** `POST /?Action=CommitImageUpload` (docs/PROTOCOL.md, section 3.4). */
export const commit: Handler = async (call) => {
  const token = checked(call, 'POST', {});
  if (token instanceof Response) return token;
  const { world } = call;
  const body = objectOf(call);
  const upload = world.uploads.find((known) => known.sessionKey === body?.SessionKey);
  if (!upload || upload.account !== token.account) {
    violate(call, 'SessionKey is not the one of the apply call');
    return imagexError(call, 100004, 'InvalidParameter', 'SessionKey is invalid', 400);
  }
  if (!upload.bytes) violate(call, 'nothing was uploaded for this SessionKey');
  else upload.committedAt ??= world.options.now();
  return Response.json({
    ResponseMetadata: imagexMetadata(call),
    Result: {
      RequestId: world.hex(32).toUpperCase(),
      Results: [{ Uri: upload.uri, UriStatus: upload.bytes ? 2000 : 2404 }],
      PluginResult: upload.bytes ? await pluginResult(upload.uri, upload.bytes) : [],
    },
  });
};

async function pluginResult(uri: string, bytes: Buffer): Promise<unknown[]> {
  try {
    const { width, height, format } = await sharp(bytes).metadata();
    return [
      {
        FileName: uri.slice(uri.indexOf('/') + 1),
        SourceUri: uri,
        ImageUri: uri,
        ImageWidth: width,
        ImageHeight: height,
        ImageFormat: format,
        ImageSize: bytes.length,
        FrameCnt: 1,
      },
    ];
  } catch {
    return [];
  }
}
