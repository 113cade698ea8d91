import { useState } from 'preact/hooks';
import { isEnded, type Job } from '@/lib/jobs/model/job';
import { otherRemediesOf, type Remedy, remedyOf } from '@/lib/jobs/model/remedy';
import { isKept } from '@/lib/jobs/model/selectors';
import { siteOf } from '@/lib/jobs/model/site';
import { PageConsent } from '../job/page-consent';
import { SaveButton } from '../job/save-button';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import type { MenuItem } from '../ui/menu-list';
import type { JobCardProps } from './job-card-props';
import { remedyHint, remedyLabel, runRemedy } from './remedies';
import { RemedyButton } from './remedy-button';
import { RowMenu } from './row-menu';
import './job-buttons.css';

/** Second remedies that are visible beside the first, by the code of the failure. */
const BESIDE: Partial<Record<string, Remedy>> = {
  'page-signature-missing': 'open-service',
  'page-unavailable': 'retry',
};

/** Second remedies that are visible beside the first. */
const CHOICES: readonly Remedy[] = ['upscale-anyway', 'use-account', 'have-credits', 'skip-page'];

/** Buttons of a job that is not running: the best remedy first, Remove last. */
export function JobButtons({ job, actions, onChooseFile, isAskedAbove = false }: JobCardProps) {
  const { messages } = useLocale();
  const [isAsking, setAsking] = useState(false);
  const words = messages.actions;
  const first = remedyOf(job);
  const others = otherRemediesOf(job);
  const isPageOffered = first === 'continue-in-page';
  // These are a real choice, so both are visible. Other remedies are in the menu.
  const beside = BESIDE[job.failure?.code ?? ''];
  const second = others.find((remedy) => CHOICES.includes(remedy) || remedy === beside);
  const isDone = job.stage === 'done';
  // A finished job has the most buttons, so its page is in the menu.
  const hasPage = job.origin.kind === 'page' && first !== 'open-page' && !isDone;
  const props = { job, actions, onChooseFile };
  const hidden = others
    .filter((remedy) => remedy !== second)
    .map(
      (remedy): MenuItem => ({
        key: remedy,
        label: remedyLabel(remedy, job, messages),
        hint: remedyHint(remedy, messages),
        onSelect: () => runRemedy(remedy, job, actions, onChooseFile),
      }),
    );

  /** Asks before the first order that goes through the service's page. */
  async function continueInPage(): Promise<void> {
    if (await actions.mayUsePage(siteOf(job))) actions.continueInPage(job.id);
    else setAsking(true);
  }

  if (isAsking && isPageOffered) {
    return (
      <PageConsent
        onAgree={() => {
          setAsking(false);
          void actions.agreeToPage(siteOf(job)).then(() => actions.continueInPage(job.id));
        }}
        onDecline={() => setAsking(false)}
      />
    );
  }
  return (
    <div class="job-buttons" data-done={isDone}>
      {isDone && <SaveButton job={job} onSave={() => actions.save(job.id)} isCompact />}
      {isDone && !isKept(job) && (
        <Button variant="soft" onClick={() => actions.compare(job.id)}>
          {words.compare}
        </Button>
      )}
      {isPageOffered && (
        <span class="job-buttons__long">
          <Button onClick={() => void continueInPage()}>{words.continueInPage}</Button>
        </span>
      )}
      {first && !isPageOffered && !isDone && !isAskedAbove && (
        <RemedyButton
          {...props}
          remedy={first}
          variant={job.stage === 'cancelled' ? 'soft' : 'primary'}
        />
      )}
      {first === 'allow' && isImageHost(job) && (
        <Button variant="quiet" onClick={() => actions.allow(job, 'everywhere')}>
          {words.allowEverywhere}
        </Button>
      )}
      {second && <RemedyButton {...props} remedy={second} variant="quiet" />}
      <span class="job-buttons__rest">
        {hasPage && (
          <IconButton
            icon="open-page"
            label={words.openPage}
            onClick={() => actions.openPage(job)}
          />
        )}
        {(isDone || hidden.length > 0) && <RowMenu {...props} helping={hidden} />}
        {!isEnded(job) && (
          <IconButton icon="close" label={words.cancel} onClick={() => actions.cancel(job.id)} />
        )}
        {isEnded(job) && first !== 'remove' && (
          <IconButton icon="remove" label={words.remove} onClick={() => actions.remove(job.id)} />
        )}
      </span>
    </div>
  );
}

/**
 * Only access to hosts of images is offered for all sites: cookies are allowed for one job, and a site of an account
 * by name.
 */
function isImageHost({ waiting }: Job): boolean {
  return waiting?.reason === 'permission' && !waiting.isForCookies && waiting.site === undefined;
}
