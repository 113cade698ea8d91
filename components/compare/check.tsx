import type { FidelityReport } from '@/lib/images/quality/fidelity-check';
import type { Job } from '@/lib/jobs/model/job';
import { resultFlaws } from '@/lib/jobs/model/result-flaws';
import { flawSentences } from '../job/flaw-words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { useLocale } from '../ui/locale';
import { ComparePart } from './part';
import './check.css';

/** State of the fidelity check; `unknown` when the two images cannot be compared. */
export type CheckState = 'checking' | 'unknown' | FidelityReport;

/** Props of the verdict. */
export interface CompareCheckProps {
  job: Job;
  check: CheckState;
  /** Zooms to the place that differs most. */
  onShowWhere: () => void;
}

/** Says whether the result is still the same image, before anyone relies on it. */
export function CompareCheck({ job, check, onShowWhere }: CompareCheckProps) {
  const locale = useLocale();
  const { messages, formats } = locale;
  const words = messages.compare.check;
  const report = typeof check === 'object' ? check : undefined;
  const { fidelity } = report ?? {};
  const flaws = flawSentences(
    // The job may already record a flaw that the pixel check finds too.
    [...new Set([...resultFlaws(job), ...(report?.flaws ?? [])])],
    job,
    locale,
  );

  return (
    <ComparePart title={words.title}>
      {flaws.map((sentence) => (
        <Verdict key={sentence} mood="differs">
          {sentence}
        </Verdict>
      ))}
      {check === 'checking' && <p class="compare-check__quiet">{words.checking}</p>}
      {fidelity?.verdict === 'faithful' && <Verdict mood="faithful">{words.faithful}</Verdict>}
      {fidelity?.verdict === 'differs' && (
        <>
          <Verdict mood="differs">
            {words.differs(formats.percent(Math.max(0.01, fidelity.share)))}
          </Verdict>
          <div class="compare-check">
            <Button variant="soft" onClick={onShowWhere}>
              {words.showWhere}
            </Button>
          </div>
        </>
      )}
      {fidelity && (
        <p class="compare-check__quiet" title={words.scoreHint}>
          {words.score(
            formats.percent(Math.max(0, fidelity.structure)),
            formats.decimal(fidelity.colour),
          )}
        </p>
      )}
      {check !== 'checking' && !fidelity && flaws.length === 0 && (
        <p class="compare-check__quiet">{words.unknown}</p>
      )}
    </ComparePart>
  );
}

interface VerdictProps {
  mood: 'faithful' | 'differs';
  children: string;
}

function Verdict({ mood, children }: VerdictProps) {
  return (
    <p class="compare-check__verdict" data-mood={mood}>
      <Icon name={mood === 'faithful' ? 'check' : 'alert'} size={16} />
      <span>{children}</span>
    </p>
  );
}
