import type { Failure } from '@/lib/jobs/model/job';

/** What a sentence about an error may mention. */
export interface ErrorParams {
  /** Whether the service may have charged; the sentence ends with it. */
  charged: Failure['charged'];
  /** Whether the credits are back, once the balance has told. */
  refund?: Failure['refund'];
  /** The wanted size as shown, such as "4K". */
  target: string;
  /** Host of the image, when the error is about it. */
  host?: string | undefined;
}
