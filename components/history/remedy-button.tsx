import type { Job } from '@/lib/jobs/model/job';
import type { Remedy } from '@/lib/jobs/model/remedy';
import { Button, type ButtonProps } from '../ui/button';
import { useLocale } from '../ui/locale';
import type { Actions } from './actions';
import { remedyLabel, runRemedy } from './remedies';

/** Props of the button. */
export interface RemedyButtonProps extends Pick<ButtonProps, 'variant'> {
  remedy: Remedy;
  job: Job;
  actions: Actions;
  onChooseFile: () => void;
}

/** The button of a remedy for a job that failed or waits. */
export function RemedyButton({ remedy, job, actions, onChooseFile, variant }: RemedyButtonProps) {
  const { messages } = useLocale();
  return (
    <Button
      variant={variant ?? 'primary'}
      onClick={() => runRemedy(remedy, job, actions, onChooseFile)}
    >
      {remedyLabel(remedy, job, messages)}
    </Button>
  );
}
