import type { SiteId } from './sites';
import type { Target, Tool } from './tools';

/** One paid order. The caller chooses `submitId` and stores it before the call. */
export interface Order {
  submitId: string;
  tool: Tool;
  target: Target;
  /** URI of the committed upload. */
  imageUri: string;
  /** Cluster that holds the upload. The order goes there and nowhere else. Absent: the current one. */
  siteId?: SiteId;
  /** Detail strength 0..1, used by `smart-hd` only. */
  detail?: number;
  /** The service's own page sends it. Default: as the site sends its orders. */
  via?: 'page';
  /**
   * Awaited each time just before the order leaves: the client may first read the workspace, or pause after 1014,
   * and the session may change meanwhile. If it rejects, the order is not sent, and that is the outcome.
   */
  beforeSending?: () => Promise<void>;
}

/** Answer to an accepted order. */
export interface Accepted {
  historyId?: string;
  /** The service's own forecast of generating plus queueing, ms. */
  forecastMs?: number;
}
