import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { BrokenAnswer } from '../faults/broken-answer';
import type { Simulator } from '../simulator';
import { ALL_HOSTS } from '../wire/endpoints';
import { createLine, type Line, NO_LINE } from './line';

export interface ServerOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Default `127.0.0.1`. */
  host?: string;
  /** Delay of every answer, ms; default 0. */
  delayMs?: number;
  /** Speed of the line to the client, in each direction, Mbit/s; default: as fast as it goes. */
  mbit?: number;
}

export interface RunningServer {
  port: number;
  /** Certificate of the authority that signed the server's own, PEM, for browsers that check it. */
  authority: string;
  /** Closes the server and every connection. */
  close(): Promise<void>;
}

/** Creates an authority for this run, and the certificate that it signs for all hosts. */
async function certificates(): Promise<{ key: string; cert: string; authority: string }> {
  const kind = { keyType: 'ec', algorithm: 'sha256' } as const;
  const authority = await generate([{ name: 'commonName', value: 'Authority of the stand-in' }], {
    ...kind,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const names = [...ALL_HOSTS, 'localhost'].map((value) => ({ type: 2 as const, value }));
  const own = await generate([{ name: 'commonName', value: 'Local stand-in' }], {
    ...kind,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...names, { type: 7 as const, ip: '127.0.0.1' }] },
    ],
  });
  return { key: own.private, cert: own.cert, authority: authority.cert };
}

async function toRequest(incoming: IncomingMessage, line: Line): Promise<Request> {
  const chunks: Buffer[] = [];
  const end = line.begin();
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      await line.carry(chunk.length);
      chunks.push(chunk);
    }
  } finally {
    end();
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (!name.startsWith(':'))
      headers.set(name, Array.isArray(value) ? value.join(', ') : `${value}`);
  }
  const method = incoming.method ?? 'GET';
  const bodyless = method === 'GET' || method === 'HEAD';
  return new Request(`https://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`, {
    method,
    headers,
    ...(!bodyless && { body: Buffer.concat(chunks) }),
  });
}

async function send(
  response: Response,
  outgoing: ServerResponse,
  { truncated = false, line = NO_LINE }: { truncated?: boolean; line?: Line } = {},
): Promise<void> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  headers['content-length'] = String(bytes.length);
  outgoing.writeHead(response.status, headers);
  if (!truncated) {
    const end = line.begin();
    for (const chunk of line.chunks(bytes)) {
      await line.carry(chunk.length);
      outgoing.write(chunk);
    }
    end();
    outgoing.end();
    return;
  }
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  outgoing.write(half, () => outgoing.socket?.end());
}

/**
 * Serves a simulator over TLS, for all its host names: the `Host` header decides. Browsers accept the
 * certificate only if they trust its authority or ignore errors. Rejects if the port is taken.
 */
export async function startServer(
  simulator: Pick<Simulator, 'handle'>,
  { port = 0, host = '127.0.0.1', delayMs = 0, mbit }: ServerOptions = {},
): Promise<RunningServer> {
  const [up, down] = [createLine(mbit), createLine(mbit)];
  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      const request = await toRequest(incoming, up);
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      await send(await simulator.handle(request), outgoing, { line: down });
    } catch (error) {
      if (!(error instanceof BrokenAnswer)) {
        outgoing.writeHead(500, { 'content-type': 'text/plain' });
        outgoing.end(`simulator error: ${error instanceof Error ? error.stack : error}`);
      } else if (error.how === 'reset') {
        incoming.socket.destroy();
      } else if (error.response) {
        await send(error.response, outgoing, { truncated: true });
      }
    }
  }
  const { authority, ...identity } = await certificates();
  const server = createServer(identity, (incoming, outgoing) => {
    void answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    authority,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
