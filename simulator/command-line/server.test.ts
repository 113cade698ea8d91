import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator } from '../simulator';
import { SERVICE_HOSTS } from '../wire/clusters';
import { type RunningServer, startServer } from './server';

const simulator = createSimulator({ sessions: ['session-1'] });
let server: RunningServer;

beforeAll(async () => {
  server = await startServer(simulator);
});
afterAll(() => server.close());

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A request over TLS to this machine, with the host name of the real thing. */
function call(
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<Answer> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: server.port,
        servername: hostname,
        path: pathname + search,
        method,
        headers: { host: hostname, ...headers },
        rejectUnauthorized: false,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode,
            headers: incoming.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe('the server', () => {
  it('holds a certificate for its hosts that its authority has signed', async () => {
    const greet = (servername: string) =>
      new Promise<string>((resolve) => {
        const socket = connect({ port: server.port, servername, ca: server.authority });
        socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
        socket.once('secureConnect', () => {
          resolve('trusted');
          socket.destroy();
        });
      });
    for (const host of SERVICE_HOSTS) expect(await greet(host)).toBe('trusted');
    expect(await greet('example.org')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  it('serves every host name and passes headers and bodies on', async () => {
    const account = await call(
      'https://jimeng.jianying.com/passport/account/info/v2',
      { cookie: 'a=b; sessionid=session-1', 'content-type': 'application/json' },
      'POST',
      '{}',
    );
    expect(account.status).toBe(200);
    expect(JSON.parse(account.body.toString())).toMatchObject({ message: 'success' });
    const gallery = await call('https://gallery.example/');
    expect(gallery.body.toString()).toContain('<img id="harbour"');
    expect((await call('https://example.org/')).status).toBe(404);
  });

  it('answers a preflight of the page of Dreamina', async () => {
    const { status, headers, body } = await call(
      'https://mweb-api-sg.capcut.com/mweb/v1/aigc_draft/generate',
      { origin: 'https://dreamina.capcut.com', 'access-control-request-headers': 'appid,sign' },
      'OPTIONS',
    );
    expect([status, body.length]).toEqual([204, 0]);
    expect(headers['access-control-allow-headers']).toMatch(/\bsign\b/);
  });

  it('sets every cookie of a login', async () => {
    const { headers } = await call('https://dreamina.capcut.com/ai-tool/login', {}, 'POST');
    expect(headers['set-cookie']?.map((cookie) => cookie.split('=')[0])).toEqual([
      ...['sessionid', 'sessionid_ss', 'sid_tt', 'store-idc', 'store-country-code'],
    ]);
  });

  it('sets the login cookie', async () => {
    const { status, headers } = await call('https://jimeng.jianying.com/ai-tool/login', {}, 'POST');
    expect(status).toBe(303);
    expect(headers['set-cookie']?.[0]).toMatch(/^sessionid=.*HttpOnly/);
  });

  it.each([
    ['reset', 'ECONNRESET'],
    ['truncate', 'ECONNRESET'],
  ] as const)('a %s is one', async (kind, code) => {
    simulator.faults.add({ at: 'gallery-page', effect: { kind } });
    await expect(call('https://gallery.example/')).rejects.toMatchObject({ code });
    expect((await call('https://gallery.example/')).status).toBe(200);
  });

  it('close() ends what hangs', async () => {
    simulator.faults.add({ at: 'gallery-page', effect: { kind: 'hang' } });
    const hanging = expect(call('https://gallery.example/')).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.close();
    await hanging;
    server = await startServer(simulator);
  });
});
