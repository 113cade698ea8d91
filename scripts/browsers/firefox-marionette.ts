/** Firefox's remote control, Marionette, spoken over its TCP port. */
import { connect, type Socket } from 'node:net';

/** One open session. */
export interface Marionette {
  /** Sends a command and resolves with its answer. @throws what Firefox refused, by its own name */
  send(name: string, parameters?: object): Promise<unknown>;
  close(): void;
}

interface Pending {
  name: string;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The colon between the length of a frame and its JSON. */
const COLON = 0x3a;

/** Connects to a Firefox on this machine. Rejects when nothing listens on the port. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const pending = new Map<number, Pending>();
  let lastId = 0;

  const greeted = new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    readFrames(socket, (frame) => {
      // The greeting is the one frame that answers nothing.
      if (Array.isArray(frame)) settle(pending, frame);
      else resolve();
    });
  });
  socket.once('close', () => {
    for (const { name, reject } of pending.values()) reject(new Error(`${name}: Firefox is gone`));
    pending.clear();
  });
  await greeted;

  return {
    send(name, parameters = {}) {
      lastId += 1;
      const id = lastId;
      const frame = Buffer.from(JSON.stringify([0, id, name, parameters]));
      return new Promise((resolve, reject) => {
        if (socket.destroyed) {
          reject(new Error(`${name}: Firefox is gone`));
          return;
        }
        pending.set(id, { name, resolve, reject });
        socket.write(Buffer.concat([Buffer.from(`${frame.length}:`), frame]));
      });
    },
    close: () => socket.destroy(),
  };
}

/** An answer is `[1, id, error, result]`. */
function settle(pending: Map<number, Pending>, [, id, error, result]: unknown[]): void {
  const asked = pending.get(id as number);
  pending.delete(id as number);
  if (!asked) return;
  if (!error) {
    asked.resolve(result);
    return;
  }
  const refusal = error as { error: string; message: string };
  asked.reject(new Error(`${asked.name}: ${refusal.error}: ${refusal.message}`));
}

/** Frames are `<length in bytes>:<JSON>`, and arrive in pieces of any size. */
function readFrames(socket: Socket, onFrame: (frame: unknown) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (piece) => {
    rest = Buffer.concat([rest, Buffer.from(piece)]);
    for (let colon = rest.indexOf(COLON); colon >= 0; colon = rest.indexOf(COLON)) {
      const start = colon + 1;
      const end = start + Number(rest.subarray(0, colon));
      if (rest.length < end) return;
      const frame = JSON.parse(rest.subarray(start, end).toString());
      rest = rest.subarray(end);
      onFrame(frame);
    }
  });
}
