import type { PreparedImage } from '@/lib/images/types';
import type { Job, SourceFacts } from '../job';
import { commit, type Step, settle } from './step';

/** queued -> acquired: the bytes of what was clicked, ready to be sent. */
export const acquire: Step = async (job, deps, signal) => {
  // The upload key takes a round trip of its own: ask while the picture is being read.
  deps.service.warmUp();
  try {
    const { bytes } = await deps.acquire(job.origin, signal);
    const prepared = await deps.prepare(bytes, { target: job.options.target });
    const source = factsOf(prepared);
    const twin = await findTwin(job, source, deps);
    const event = { type: 'acquired', source, ...twin } as const;
    const acquired = await commit(deps, job, event, { blobs: { input: prepared.image } });
    // A row that was cancelled meanwhile still needs its file: Retry begins with it.
    if (acquired && job.origin.kind === 'file') await deps.store.deleteBlob(job.origin.blobKey);
  } catch (error) {
    await settle(deps, job, error);
  }
};

function factsOf({ found, sent, changes, sha256 }: PreparedImage): SourceFacts {
  return {
    type: found.type,
    width: found.width,
    height: found.height,
    bytes: found.bytes,
    sha256,
    changes,
    sentWidth: sent.width,
    sentHeight: sent.height,
  };
}

async function findTwin(job: Job, source: SourceFacts, deps: Parameters<Step>[1]) {
  const twin = await deps.store.findTwin(source.sha256, job.options);
  if (!twin) return {};
  return { duplicate: { reason: 'duplicate', since: deps.now(), twinId: twin.id } } as const;
}
