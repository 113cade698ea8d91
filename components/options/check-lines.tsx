import type { CheckLine } from '@/lib/jimeng/model/check';
import { Icon, type IconName } from '../ui/icon';
import { useLocale } from '../ui/locale';
import './check-lines.css';

/** Every step of the connection check: whether it works, how long it took, and a sentence. */
export function CheckLines({ lines }: { lines: readonly CheckLine[] }) {
  const { check } = useLocale().messages.options.connection;
  return (
    <ol class="check-lines" aria-label={check}>
      {lines.map((line) => (
        <Line key={line.step} {...line} />
      ))}
    </ol>
  );
}

const ICONS: Record<CheckLine['state'], IconName> = {
  waiting: 'clock',
  running: 'clock',
  good: 'check',
  bad: 'close',
  skipped: 'more',
};

function Line(line: CheckLine) {
  const { messages, formats } = useLocale();
  const { steps, states, ms: milliseconds } = messages.options.connection;
  const { step, state, ms } = line;
  return (
    <li data-state={state}>
      <span class="check-lines__icon">
        <Icon name={ICONS[state]} size={16} />
      </span>
      <div>
        <p class="check-lines__name">
          {steps[step].name}
          <span class="visually-hidden"> {states[state]}</span>
        </p>
        <Sentence {...line} />
      </div>
      {ms !== undefined && (
        <span class="check-lines__time">{milliseconds(formats.number(ms))}</span>
      )}
    </li>
  );
}

function Sentence(line: CheckLine) {
  const { messages } = useLocale();
  const words = messages.options.connection;
  const sentence = sentenceOf(line, words, messages.join);
  if (!sentence) return null;
  return (
    <p class="check-lines__sentence">
      {sentence}
      {line.host && <code>{line.host}</code>}
    </p>
  );
}

type Words = ReturnType<typeof useLocale>['messages']['options']['connection'];

/** What is to be said of a step; undefined while nothing is known. */
function sentenceOf(
  line: CheckLine,
  words: Words,
  join: (first: string, second: string) => string,
): string | undefined {
  const { step, state, code, ret, failCode, httpStatus, missing, sent } = line;
  if (sent) {
    return [
      ...(code ? [problemOf(code, words)] : []),
      headerWords('Origin', sent.origin, words),
      headerWords('Referer', sent.referer, words),
      sent.cookies === undefined
        ? words.sent.unknownCookies
        : sent.cookies
          ? words.sent.cookies
          : words.sent.noCookies,
      words.sent.how,
    ].reduce((all, next) => join(all, next));
  }
  if (state === 'good') return words.steps[step].good;
  if (!code) return undefined;
  const number = [ret, failCode, httpStatus && httpStatus >= 400 ? `HTTP ${httpStatus}` : undefined]
    .filter((each) => each !== undefined && each !== '0')
    .join(', ');
  return [
    problemOf(code, words),
    ...(number ? [words.number(number)] : []),
    ...(missing ? [words.missing(missing)] : []),
  ].reduce((all, next) => join(all, next));
}

function headerWords(header: string, isSet: boolean, { sent }: Words): string {
  return isSet ? sent.set(header) : sent.notSet(header);
}

function problemOf(code: NonNullable<CheckLine['code']>, words: Words): string {
  const problems: Partial<Record<string, string>> = words.problems;
  return problems[code] ?? words.otherProblem(code);
}
