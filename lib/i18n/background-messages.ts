import type { Background } from './locales/en/background';
import { pluralIn } from './locales/plural';
import { fill } from './template';

/** Messages of the background in one language. */
export type BackgroundMessages = ReturnType<typeof backgroundFrom>;

/** Makes functions of the templates and plural forms of a catalogue. */
export function backgroundFrom(words: Background) {
  const { menu, badge, feedback } = words;
  const plural = pluralIn(words.language);
  const toTarget = (template: string) => (target: string) => fill(template, { target });
  return {
    ...words,
    menu: {
      ...menu,
      cost: plural(menu.cost),
      withCost: (target: string, cost: string) => fill(menu.withCost, { target, cost }),
      direct: toTarget(menu.direct),
    },
    badge: {
      ...badge,
      running: plural(badge.running),
      waiting: plural(badge.waiting),
      failed: plural(badge.failed),
      done: plural(badge.done),
    },
    feedback: {
      ...feedback,
      begun: toTarget(feedback.begun),
      joined: toTarget(feedback.joined),
      doneMany: plural(feedback.doneMany),
      moreToCome: plural(feedback.moreToCome),
      reasons: {
        ...feedback.reasons,
        access: (host: string) => fill(feedback.reasons.access, { host }),
      },
    },
  };
}
