import type { Failure } from '@/lib/jobs/model/job';

/** Parameters of a sentence about an error. */
export interface ErrorParams {
  /** Whether the service may have charged; ends the sentence. */
  charged: Failure['charged'];
  /** Whether the credits were refunded, once the balance shows it. */
  refund?: Failure['refund'];
  /** Whether other parts of the image were charged for. */
  isPart?: boolean;
  /** The target as shown, such as "4K". */
  target: string;
  /** Host of the image, if the error is about it. */
  host?: string | undefined;
}
