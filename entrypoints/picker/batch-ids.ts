import type { StartRequest } from '@/components/picker/view';
import type { Data, sendMessage } from '@/lib/browser/messages';
import type { Target } from '@/lib/jimeng/model/tools';

/** Ids of the batches that the picker asks for. */
export interface BatchIds {
  /**
   * The id for a request. The same pictures in the same size keep theirs until the batch is known to be there: a
   * request that failed may have arrived all the same, and its batch must not be made twice.
   */
  of(request: Pick<StartRequest, 'pictures' | 'budget'>, target: Target): string;
  /** Whether the batch may be there already with another limit than the one asked for last. */
  mayHaveOtherLimit(): boolean;
  /** The batch is there. The same pictures once more are another batch. */
  settle(): void;
}

export function createBatchIds(uuid: () => string): BatchIds {
  let open: { request: string; id: string; limits: Set<number | undefined> } | undefined;
  return {
    of({ pictures, budget }, target) {
      const request = JSON.stringify([target, ...pictures.map(({ id }) => id)]);
      if (open?.request !== request) open = { request, id: uuid(), limits: new Set() };
      open.limits.add(budget);
      return open.id;
    },
    mayHaveOtherLimit: () => open !== undefined && open.limits.size > 1,
    settle() {
      open = undefined;
    },
  };
}

/** Has a batch made. One that is there already keeps everything but gets the limit of this request. */
export async function sendBatch(
  batch: Data<'addBatch'>,
  ids: Pick<BatchIds, 'mayHaveOtherLimit'>,
  send: typeof sendMessage,
): Promise<void> {
  await send('addBatch', batch);
  if (!ids.mayHaveOtherLimit()) return;
  const { id: batchId, budget } = batch;
  await send('setBatchBudget', { batchId, ...(budget !== undefined && { budget }) });
}
