import { onMessage } from '@/lib/browser/message-answers';
import type { Engine } from './engine';
import type { NewJobs } from './new-jobs';

/** What answering about batches takes from the background. */
interface BatchMessages {
  newJobs: Pick<NewJobs, 'addBatch' | 'startBatch'>;
  act(work: (engine: Engine) => unknown): void;
  /** `act` for a removal. */
  makeRoom(work: (engine: Engine) => Promise<unknown>): void;
}

/** Answers what our pages ask about batches. Call it in the first synchronous turn. */
export function answerAboutBatches({ newJobs, act, makeRoom }: BatchMessages): void {
  onMessage('addBatch', newJobs.addBatch);
  onMessage('startBatch', newJobs.startBatch);
  onMessage('discardBatch', (id) => makeRoom(({ batches }) => batches.discard(id)));
  onMessage('pauseAll', (state) => act(({ batches }) => batches.pauseAll(state === 'on')));
  onMessage('pauseBatch', (id) => act(({ batches }) => batches.pause(id)));
  onMessage('resumeBatch', (id) => act(({ batches }) => batches.resume(id)));
  onMessage('setBatchBudget', ({ batchId, budget }) =>
    act(({ batches }) => batches.setBudget(batchId, budget)),
  );
  onMessage('cancelBatchRest', (id) => act(({ batches }) => batches.cancelRest(id)));
  onMessage('retryBatchFailed', (id) => act(({ batches }) => batches.retryFailed(id)));
  onMessage('answerBatch', ({ batchId, question, answer }) =>
    act(({ batches }) => batches.answer(batchId, question, answer)),
  );
  onMessage('removeBatch', (id) => makeRoom(({ batches }) => batches.remove(id)));
}
