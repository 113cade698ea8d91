import { Icon } from '../ui/icon';
import { useLocale } from '../ui/locale';
import './credits-pill.css';

/** The credit balance; opens the service, where credits are sold. */
export function CreditsPill({ total, onClick }: { total: number; onClick: () => void }) {
  const { messages, formats } = useLocale();
  const label = messages.app.openService(messages.app.credits(total));
  return (
    <button type="button" class="credits-pill" aria-label={label} title={label} onClick={onClick}>
      <Icon name="zap" size={12} />
      {formats.number(total)}
    </button>
  );
}
