import type { Tool } from '@/lib/jimeng/model/tools';
import type { ErrorCode, Job, Stage } from '@/lib/jobs/model/job';
import { type Decision, decide } from '@/lib/jobs/rules/policy';
import { sampleJob } from '@/tests/stories/jobs';

export const NOW = 1_000_000;

/** A failed step. */
export interface Case {
  stage: Stage;
  code: ErrorCode;
  attempt?: number;
  linkRefreshes?: number;
  holds?: number;
  timeouts?: number;
  online?: boolean;
  retryAfterMs?: number;
  /** Whether the service ended the task; default: polling it failed. */
  isTaskOver?: boolean;
  upscaler?: Job['options']['upscaler'];
  tool?: Tool;
  /** Upscalers that failed before in the same row. */
  tried?: readonly Tool[];
}

/** What is decided about it. */
export function decideFor({
  stage,
  code,
  attempt = 0,
  linkRefreshes = 0,
  holds = 0,
  timeouts = 0,
  online = true,
  retryAfterMs,
  isTaskOver = false,
  upscaler = 'smart-hd',
  tool = 'smart-hd',
  tried = [],
}: Case): Decision {
  const isOrdered = stage === 'submitting' || stage === 'generating' || stage === 'ready';
  const job = sampleJob({
    stage,
    attempt,
    linkRefreshes,
    holds,
    timeouts,
    options: { target: '2k', upscaler, detail: 0.5 },
    pastSubmissions: tried.map((each) => ({
      submitId: each,
      tool: each,
      at: 1,
      outcome: 'failed',
    })),
    ...(isOrdered && { submission: { submitId: 's', tool, at: NOW - 1 } }),
  });
  return decide({
    job,
    code,
    online,
    isTaskOver,
    now: NOW,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** The shape of a decision in one word. */
export function word(decision: Decision): string {
  return decision.action === 'wait' ? `wait ${decision.waiting.reason}` : decision.action;
}
