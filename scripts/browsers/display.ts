import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { env } from 'node:process';
import { hasDisplay } from './browser';

/** A display to show windows on. */
export interface Display {
  /** Environment in which programs find it. */
  env: NodeJS.ProcessEnv;
  /** Whether a person can see it. */
  isReal: boolean;
  /** Real pointer, real keys, and what there is to know about windows. @returns what xdotool prints */
  xdotool(...args: string[]): string;
  stop(): void;
}

/**
 * The person's display, or a virtual one with a window manager (native menus need focus).
 * @param isForced a virtual one even where there is a real one
 */
export async function openDisplay(isForced = false): Promise<Display> {
  if (hasDisplay() && !isForced)
    return { env, isReal: true, xdotool: xdotoolIn(env), stop: () => {} };
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1360x1000x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const name = await displayName(server);
  const displayEnv = { ...env, DISPLAY: `:${name}` };
  const manager = spawn('openbox', [], { env: displayEnv, stdio: 'ignore' });
  const stop = () => {
    manager.kill();
    server.kill();
  };
  return { env: displayEnv, isReal: false, xdotool: xdotoolIn(displayEnv), stop };
}

const xdotoolIn =
  (displayEnv: NodeJS.ProcessEnv) =>
  (...args: string[]) =>
    execFileSync('xdotool', args, { env: displayEnv }).toString();

/** Xvfb picks a free number and writes it to the descriptor it was given. */
function displayName(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const pipe = server.stdio[3];
    if (!pipe || !('on' in pipe)) throw new Error('Xvfb was started without a pipe');
    pipe.on('data', (chunk: Buffer) => resolve(String(chunk).trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}
