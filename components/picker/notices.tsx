import { NO_FILTER } from '@/lib/picker/filter';
import { Button } from '../ui/button';
import { useLocale } from '../ui/locale';
import { Notice } from '../ui/notice';
import type { PickerActions } from './actions';
import type { PickerData } from './view';

/** What keeps pictures from being seen, and the button that helps. */
export function PickerNotices({
  scan,
  blockedHosts,
  actions,
}: Pick<PickerData, 'scan' | 'blockedHosts'> & { actions: PickerActions }) {
  const { messages } = useLocale();
  const { notices } = messages.picker;
  const { outOfReach } = scan;
  return (
    <>
      {outOfReach['no-access'] > 0 && (
        <Notice
          icon="key"
          title={notices.reach(outOfReach['no-access'])}
          action={
            <Button onClick={actions.allowEverywhere}>{messages.actions.allowEverywhere}</Button>
          }
        >
          {notices.reachText}
        </Notice>
      )}
      {outOfReach.forbidden > 0 && (
        <Notice icon="lock" title={notices.forbidden(outOfReach.forbidden)} action={null}>
          {notices.forbiddenText}
        </Notice>
      )}
      {outOfReach.closed > 0 && <p class="picker__note">{notices.closed(outOfReach.closed)}</p>}
      {scan.isReplaced && <p class="picker__note">{notices.replaced}</p>}
      {scan.isFull && <p class="picker__note">{notices.full}</p>}
      {blockedHosts.length > 0 && (
        <p class="picker__note" title={blockedHosts.join(', ')}>
          <Button variant="quiet" icon="key" onClick={actions.allowPreviews}>
            {notices.previews(blockedHosts.length)}
          </Button>
        </p>
      )}
    </>
  );
}

/** Takes the place of the tiles where there are none. */
export function NoTiles({
  all,
  scan,
  onEvent,
}: Pick<PickerData, 'scan'> & { all: number; onEvent: PickerActions['dispatch'] }) {
  const { notices, filters } = useLocale().messages.picker;
  if (all > 0) {
    return (
      <div class="picker__none">
        <p>{notices.filtered}</p>
        <Button variant="soft" onClick={() => onEvent({ type: 'filtered', filter: NO_FILTER })}>
          {filters.showAll}
        </Button>
      </div>
    );
  }
  if (scan.isSearching) return <p class="picker__none">{notices.searching}</p>;
  const isRead = Object.values(scan.outOfReach).every((count) => count === 0);
  return isRead ? <p class="picker__none">{notices.none}</p> : null;
}
