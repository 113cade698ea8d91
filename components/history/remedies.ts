import type { Messages } from '@/lib/i18n/messages';
import type { Job } from '@/lib/jobs/model/job';
import type { Remedy } from '@/lib/jobs/model/remedy';
import type { Actions } from './actions';

const LABELS = {
  allow: 'allow',
  'sign-in': 'signIn',
  'read-consent': 'readConsent',
  'continue-in-page': 'continueInPage',
  'skip-page': 'skipPage',
  retry: 'retry',
  'have-credits': 'haveCredits',
  'retry-may-cost': 'retryMayCost',
  'poll-again': 'pollAgain',
  'use-account': 'useAccount',
  'use-account-may-cost': 'useAccountMayCost',
  'use-2k': 'use2k',
  'use-existing': 'useExisting',
  'keep-original': 'keepOriginal',
  'upscale-anyway': 'upscaleAnyway',
  'use-screen': 'useScreen',
  'open-service': 'openService',
  'open-page': 'openPage',
  'choose-file': 'chooseFile',
  'save-again': 'save',
  'check-connection': 'checkConnection',
  remove: 'remove',
} as const satisfies Record<Remedy, keyof Messages['actions']>;

/** A hint on what a remedy does, where its label does not say enough. */
export function remedyHint(remedy: Remedy, { actions }: Messages): string | undefined {
  switch (remedy) {
    case 'use-screen':
      return actions.useScreenHint;
    case 'use-account':
    case 'use-account-may-cost':
      return actions.useAccountHint;
    default:
      return undefined;
  }
}

/** Label of a remedy's button. */
export function remedyLabel(remedy: Remedy, job: Job, { actions }: Messages): string {
  if (remedy === 'upscale-anyway' && job.waiting?.reason === 'duplicate') {
    // The other job is gone, so this is not an "again".
    return job.waiting.duplicateState === 'gone' ? actions.upscale : actions.upscaleAgain;
  }
  if (
    remedy === 'use-existing' &&
    job.waiting?.reason === 'duplicate' &&
    job.waiting.duplicateState
  ) {
    return actions.showOther;
  }
  const label = actions[LABELS[remedy]];
  if (typeof label === 'string') return label;
  return label(job.waiting?.reason === 'permission' ? job.waiting.host : '');
}

type Run = (job: Job, actions: Actions, onChooseFile: () => void) => void;

const RUNS: Record<Remedy, Run> = {
  allow: (job, actions) => actions.allow(job, 'host'),
  'sign-in': (job, actions) => actions.signIn(job),
  'read-consent': (_, actions) => actions.openWelcome(),
  'continue-in-page': (job, actions) => actions.continueInPage(job.id),
  'skip-page': (job, actions) => actions.skipPage(job.id),
  retry: (job, actions) => actions.retry(job.id),
  'have-credits': (job, actions) => actions.retry(job.id),
  'retry-may-cost': (job, actions) => actions.retry(job.id),
  'poll-again': (job, actions) => actions.retry(job.id),
  'use-account': (job, actions) => actions.startOver(job.id),
  'use-account-may-cost': (job, actions) => actions.startOver(job.id),
  'use-2k': (job, actions) => actions.useTarget(job.id, '2k'),
  'use-existing': (job, actions) => actions.useExisting(job.id),
  'keep-original': (job, actions) => actions.keepOriginal(job.id),
  'use-screen': (job, actions) => actions.useScreen(job.id),
  'upscale-anyway': (job, actions) => actions.upscaleAnyway(job.id),
  'open-service': (job, actions) => actions.openService(job),
  'open-page': (job, actions) => actions.openPage(job),
  'choose-file': (_job, _actions, onChooseFile) => onChooseFile(),
  'save-again': (job, actions) => actions.save(job.id),
  'check-connection': (_, actions) => actions.checkConnection(),
  remove: (job, actions) => actions.remove(job.id),
};

/** Runs a remedy. Synchronous: a permission prompt must start inside the click. */
export function runRemedy(remedy: Remedy, ...given: Parameters<Run>): void {
  RUNS[remedy](...given);
}
