import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** End-to-end files that take a minute or more, the longest first. */
const LONGEST = [
  'accessibility.e2e',
  'firefox.e2e',
  'journey.e2e',
  'firefox-only.e2e',
  'replace.e2e',
  'batch.e2e',
  'any-image.e2e',
  'dreamina.e2e',
  'any-image-firefox.e2e',
  'live-like.e2e',
  'compare.e2e',
  'page-channel.e2e',
  'kills.e2e',
  'batch-firefox.e2e',
  'pictures.e2e',
  'feedback.e2e',
  'welcome.e2e',
  'containers-firefox.e2e',
  'sources.e2e',
  'history.e2e',
  'picker.e2e',
];

/** Starts long files first, so that no worker is left with one when the others have ended. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.ts`));
      return found === -1 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
