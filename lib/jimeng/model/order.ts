import type { Target, Tool } from './tools';

/** One paid order. The caller chooses `submitId` and stores it before the call. */
export interface Order {
  submitId: string;
  tool: Tool;
  target: Target;
  /** URI of the committed upload. */
  imageUri: string;
  /** Detail strength 0..1, used by `smart-hd` only. */
  detail?: number;
  /** The service's own page sends it. Default: the background does. */
  via?: 'page';
}

/** Answer to an accepted order. */
export interface Accepted {
  historyId?: string;
  /** The service's own forecast of generating plus queueing, ms. */
  forecastMs?: number;
}
