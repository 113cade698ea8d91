/** Broadcasts the id of a changed row to all contexts of the extension; they read it again. */
const CHANNEL = 'jobs';

/** Sent instead of an id when many rows have changed. */
export const MANY = '*';

/** Opens the sending side. */
export function createAnnouncer(): (jobId: string) => void {
  const channel = new BroadcastChannel(CHANNEL);
  return (jobId) => channel.postMessage(jobId);
}

/**
 * Calls back with the id of every row that changes in any context, or with MANY.
 * @returns stops watching
 */
export function watchJobs(onChange: (jobId: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (typeof data === 'string') onChange(data);
  };
  return () => channel.close();
}
