import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { type Locale, useLocale } from '../ui/locale';
import { type Replacing, useReplacing } from './replacing';
import './bottom-bar.css';
import './replace-bar.css';

type Told = NonNullable<Replacing['told']>;

/** Says what became of the wish to show a result on its page, and asks for access where that is missing. */
export function ReplaceBar() {
  const locale = useLocale();
  const replacing = useReplacing();
  const told = replacing?.told;
  const { actions, history } = locale.messages;
  // Always there: screen readers speak only changes of a region that they know.
  return (
    <div role="status">
      {told && replacing && (
        <div class="bottom-bar replace-bar" data-told={told.state}>
          <span class="bottom-bar__words">{sentenceOf(told, locale)}</span>
          {told.state === 'no-access' && (
            <Button onClick={() => replacing.actions.allow(told.pattern, told.jobIds)}>
              {actions.allow(told.host)}
            </Button>
          )}
          {told.state !== 'looking' && (
            <IconButton
              icon="close"
              label={history.zip.close}
              onClick={replacing.actions.dismiss}
            />
          )}
        </div>
      )}
    </div>
  );
}

function sentenceOf(told: Told, { messages: { replace: words } }: Locale): string {
  switch (told.state) {
    case 'no-access':
      return words.noAccess(told.host);
    case 'shown':
      if (told.replaced > 0) return words.shown(told.replaced);
      return told.impossible > 0 ? words.impossible : words.notFound;
    default:
      return words[told.state];
  }
}
