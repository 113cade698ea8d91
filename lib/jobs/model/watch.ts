/** A ping between our own contexts: "this job changed, read it again". Carries no data. */
const CHANNEL = 'jobs';

/** Sent instead of an id when many jobs have changed at once. */
export const MANY = '*';

/** Opens the sending side. */
export function createAnnouncer(): (jobId: string) => void {
  const channel = new BroadcastChannel(CHANNEL);
  return (jobId) => channel.postMessage(jobId);
}

/**
 * Calls back with the id of every job that changes, in this or any other context; with MANY if
 * more than one has.
 * @returns stops watching
 */
export function watchJobs(onChange: (jobId: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (typeof data === 'string') onChange(data);
  };
  return () => channel.close();
}
