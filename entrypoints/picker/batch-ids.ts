import type { StartRequest } from '@/components/picker/view';
import type { Target } from '@/lib/jimeng/model/tools';

/** Ids of the batches that the picker asks for. */
export interface BatchIds {
  /**
   * The id for a request. The same pictures in the same size keep theirs until the batch is known to be there: a
   * request that failed may have arrived all the same, and its batch must not be made twice.
   */
  of(request: Pick<StartRequest, 'pictures'>, target: Target): string;
  /** The batch is there. The same pictures once more are another batch. */
  settle(): void;
}

export function createBatchIds(uuid: () => string): BatchIds {
  let open: { request: string; id: string } | undefined;
  return {
    of({ pictures }, target) {
      const request = JSON.stringify([target, ...pictures.map(({ id }) => id)]);
      if (open?.request !== request) open = { request, id: uuid() };
      return open.id;
    },
    settle() {
      open = undefined;
    },
  };
}
