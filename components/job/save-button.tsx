import type { Job } from '@/lib/jobs/model/job';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import './save-button.css';

/** Props of the button that saves a result. */
export interface SaveButtonProps {
  job: Pick<Job, 'saved'>;
  onSave: () => void;
  /** Whether Save again is only an icon. */
  isCompact?: boolean;
}

/** Save, its progress, and Save again. */
export function SaveButton({ job, onSave, isCompact = false }: SaveButtonProps) {
  const { actions } = useLocale().messages;
  switch (job.saved?.state) {
    case 'saving':
      return (
        <Button disabled onClick={onSave}>
          {actions.saving}
        </Button>
      );
    case 'saved':
      return (
        <>
          <span class="save-button__saved">
            <Icon name="check" size={14} />
            {job.saved.isKept ? actions.alreadyThere : actions.saved}
          </span>
          {isCompact ? (
            <IconButton icon="save" label={actions.saveAgain} onClick={onSave} />
          ) : (
            <Button variant="soft" onClick={onSave}>
              {actions.saveAgain}
            </Button>
          )}
        </>
      );
    default:
      return <Button onClick={onSave}>{actions.save}</Button>;
  }
}
