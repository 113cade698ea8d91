import type { Intake } from '@/lib/intake/given';
import { plainText } from '@/lib/text/plain-text';
import { Button } from '../ui/button';
import { type Locale, useLocale } from '../ui/locale';

/** What became of the last drop, paste or choice. */
export type IntakeState = { isReading: true; added: number } | Intake;

/** Characters of an archive's name. */
const MAX_NAME = 60;

/** Says what was added and what was left out. Screen readers speak each change. */
export function IntakeLine({
  state,
  onAllow,
}: {
  state: IntakeState | undefined;
  onAllow: (patterns: string[]) => void;
}) {
  const locale = useLocale();
  const sentences = state ? sentencesOf(state, locale) : [];
  const patterns = state && !('isReading' in state) ? state.patterns : [];
  const isBad = state !== undefined && !('isReading' in state) && state.added === 0;

  return (
    <>
      {/* Always there: screen readers speak only changes of a region that they know. */}
      <output class="drop-zone__hint" data-tone={isBad ? 'bad' : undefined} aria-live="polite">
        {sentences.reduce((text, next) => (text ? locale.messages.join(text, next) : next), '')}
      </output>
      {patterns.length > 0 && (
        <div class="drop-zone__allow">
          <Button variant="soft" onClick={() => onAllow(patterns)}>
            {locale.messages.notices.allowAccess}
          </Button>
        </div>
      )}
    </>
  );
}

function sentencesOf(state: IntakeState, { messages }: Locale): string[] {
  const words = messages.intake;
  if ('isReading' in state) {
    return state.added > 0 ? [words.adding, words.added(state.added)] : [words.adding];
  }
  const { added, notImages, notAddresses, tooMany, refused, patterns } = state;
  if (added === 0 && refused.length === 0 && tooMany === 0) {
    return [notImages > 0 ? messages.add.notImages : words.nothing];
  }
  return [
    ...(added > 0 ? [words.added(added)] : []),
    ...(notImages > 0 ? [words.notImages(notImages)] : []),
    ...(notAddresses > 0 ? [words.notAddresses(notAddresses)] : []),
    ...(tooMany > 0 ? [words.tooMany(tooMany)] : []),
    ...refused.map(({ archive, fault }) => words.refused[fault](shortName(archive))),
    ...(patterns.length > 0 ? [words.sites(hostsIn(patterns))] : []),
  ];
}

/** A name from a file system, which may be of any length. */
function shortName(name: string): string {
  const characters = Array.from(plainText(name));
  return characters.length > MAX_NAME
    ? `…${characters.slice(-MAX_NAME).join('')}`
    : characters.join('');
}

/** An `http:` address needs two patterns of one host. */
function hostsIn(patterns: readonly string[]): number {
  return new Set(patterns.map((pattern) => pattern.replace(/^\w+:/, ''))).size;
}
