import type { Job } from '@/lib/jobs/model/job';
import { imageAddress } from '../job/image-address';
import { placeOf } from '../job/job-words';
import { useLocale } from '../ui/locale';
import { ComparePart } from './part';
import { compareFacts } from './words';
import './facts.css';

/** Props of the facts. */
export interface CompareFactsProps {
  job: Job;
  onOpenPage: () => void;
}

/** Facts about both images, and how one became the other. */
export function CompareFacts({ job, onOpenPage }: CompareFactsProps) {
  const locale = useLocale();
  const { facts } = locale.messages.compare;
  const place = placeOf(job, locale);
  const address = imageAddress(job);
  return (
    <ComparePart title={facts.title}>
      <dl class="compare-facts">
        {compareFacts(job, locale).map(({ label, value, notes = [] }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {notes.map((note) => (
                <small key={note}>{note}</small>
              ))}
            </dd>
          </div>
        ))}
        {place && (
          <div>
            <dt>{facts.from}</dt>
            <dd>
              {job.origin.kind === 'page' ? (
                <button type="button" class="compare-facts__link" onClick={onOpenPage}>
                  <bdi>{place}</bdi>
                </button>
              ) : (
                place
              )}
            </dd>
          </div>
        )}
        {address && (
          <div>
            <dt>{facts.image}</dt>
            <dd>
              <a
                class="compare-facts__link"
                href={address.href}
                target="_blank"
                rel="noreferrer noopener"
              >
                <bdi>
                  {address.host}/<wbr />
                  {address.path}
                </bdi>
              </a>
            </dd>
          </div>
        )}
      </dl>
    </ComparePart>
  );
}
