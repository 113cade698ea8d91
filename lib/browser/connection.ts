import type { CheckLine } from '@/lib/jimeng/model/check';

/** Broadcasts the state of the check and of the recording to all our contexts. */
const CHANNEL = 'connection';

/** The connection check as our own pages know it. */
export interface ConnectionState {
  /** `none`: not run since the browser started. */
  check: 'none' | 'running' | 'done';
  lines: readonly CheckLine[];
  /** When the recording ends, Unix ms; absent while nothing is recorded. */
  recordingUntil?: number;
  /** Exchanges recorded so far. */
  recorded: number;
}

/** Sends every change to the pages. */
export function connectionChannel(): { publish(state: ConnectionState): void } {
  const channel = new BroadcastChannel(CHANNEL);
  return { publish: (state) => channel.postMessage(state) };
}

/**
 * Calls back with every change.
 * @returns stops watching
 */
export function watchConnection(onChange: (state: ConnectionState) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => onChange(data as ConnectionState);
  return () => channel.close();
}
