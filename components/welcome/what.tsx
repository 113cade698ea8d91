import { EmptyPicture } from '../job/empty-picture';
import { Icon, type IconName } from '../ui/icon';
import { useLocale } from '../ui/locale';
import type { WelcomeData } from './view';

const ICONS: readonly IconName[] = ['open-page', 'check', 'clock'];

/** What the extension does, what leaves the computer, and the request for consent. */
export function WelcomeWhat({ isAgreed }: Pick<WelcomeData, 'isAgreed'>) {
  const { messages } = useLocale();
  const { what } = messages.welcome;
  return (
    <>
      <div class="welcome__hero">
        <EmptyPicture />
      </div>
      <p class="welcome__lead">{what.lead}</p>
      <h2>{what.sent}</h2>
      <ul class="welcome__points">
        {what.points.map(({ title, text }, index) => (
          <li key={title}>
            <span class="welcome__icon">
              <Icon name={ICONS[index] ?? 'check'} size={18} />
            </span>
            <p>
              <b>{title}</b> {text}
            </p>
          </li>
        ))}
      </ul>
      <p class="welcome__consent" data-agreed={isAgreed}>
        {isAgreed ? what.agreed : what.consent}
      </p>
      <p class="welcome__note">
        {isAgreed ? what.unofficial : messages.join(what.notYet, what.unofficial)}
      </p>
    </>
  );
}
