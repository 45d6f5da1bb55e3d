/* An announcement before it is one: plain values, what is wrong with them, and the change that they ask for. */

import { LANGUAGES, filled, lengthOf } from './templates.js';

export const LONGEST = { headline: 60, detail: 160 };
export const REVIEW_MINUTES = 15;

const MINUTE = 60000;
const blank = () => ({ headline: '', detail: '' });

/** An empty draft, in the language of whoever writes it. */
export function newDraft(language) {
  return {
    level: 'notice',
    mode: 'live',
    main: language,
    texts: Object.fromEntries(LANGUAGES.map((each) => [each, blank()])),
    targets: [{ venue: true }],
    from: null, // now
    until: { minutes: 15 },
    review: REVIEW_MINUTES,
    reason: '',
    supersedes: null,
  };
}

/** The next version of an announcement that stands. */
export function nextVersion(announcement, language, now) {
  const draft = newDraft(language);
  const same = ([, text]) => text.headline === announcement.headline;
  const main = Object.entries(announcement.texts).find(same)?.[0] ?? [language, ...LANGUAGES].find((each) => !announcement.texts[each]) ?? language;
  for (const [each, text] of Object.entries(announcement.texts)) {
    draft.texts[each] = { ...text };
  }
  draft.texts[main] = { headline: announcement.headline, detail: announcement.detail };
  return {
    ...draft,
    main,
    level: announcement.level,
    mode: announcement.mode,
    targets: announcement.targets,
    from: announcement.from > now ? announcement.from : null,
    until: announcement.until ? { at: announcement.until } : { open: true },
    supersedes: announcement.id,
  };
}

/** Fills in a template; texts that were changed by hand stay as they are. */
export function withTemplate(draft, template, values, byHand) {
  const texts = filled(template, values);
  for (const language of LANGUAGES) {
    if (!byHand.has(language)) {
      draft.texts[language] = texts[language];
    }
  }
}

/** The words in a language, and whether they are the main ones for want of its own. */
export function textIn(draft, language) {
  const own = draft.texts[language];
  return own.headline.trim() ? { ...own, isOwn: true } : { ...draft.texts[draft.main], isOwn: language === draft.main };
}

export function mayStayOpen(level) {
  return level === 'safety' || level === 'ambient';
}

/** When it ends, in milliseconds; null while it stays open. */
export function endOf(draft, now) {
  if (draft.until.open) {
    return null;
  }
  return draft.until.at ?? (draft.from ?? now) + draft.until.minutes * MINUTE;
}

/** What keeps it from being published: keys of labels. */
export function wrongs(draft, now) {
  const wrong = [];
  const written = LANGUAGES.filter((each) => draft.texts[each].headline.trim());
  if (!draft.texts[draft.main].headline.trim()) {
    wrong.push('wrong.headline');
  }
  if (written.some((each) => lengthOf(draft.texts[each].headline.trim()) > LONGEST.headline)) {
    wrong.push('wrong.headlineLong');
  }
  if (written.some((each) => lengthOf(draft.texts[each].detail.trim()) > LONGEST.detail)) {
    wrong.push('wrong.detailLong');
  }
  if (LANGUAGES.some((each) => draft.texts[each].detail.trim() && !draft.texts[each].headline.trim())) {
    wrong.push('wrong.detailAlone');
  }
  if (!draft.targets.length) {
    wrong.push('wrong.targets');
  }
  const end = endOf(draft, now);
  if (end !== null && end <= Math.max(now, draft.from ?? now)) {
    wrong.push('wrong.ends');
  }
  if (end === null && !mayStayOpen(draft.level)) {
    wrong.push('wrong.end');
  }
  if (draft.level === 'safety' && !draft.reason.trim()) {
    wrong.push('wrong.reason');
  }
  return wrong;
}

const stamp = (ms) => new Date(ms).toISOString().replace(/\.\d+Z/, 'Z');

/** The change of the contract. */
export function requestOf(draft, now) {
  const texts = {};
  for (const language of LANGUAGES) {
    const { headline, detail } = draft.texts[language];
    if (headline.trim()) {
      texts[language] = { headline: headline.trim(), detail: detail.trim() };
    }
  }
  const end = endOf(draft, now);
  return {
    type: 'announce',
    level: draft.level,
    mode: draft.mode,
    ...texts[draft.main],
    texts,
    targets: draft.targets,
    ...(draft.from ? { from: stamp(draft.from) } : {}),
    ...(end === null ? {} : { until: stamp(end) }),
    ...(draft.level === 'safety' ? { reviewBy: stamp((draft.from ?? now) + draft.review * MINUTE) } : {}),
    ...(draft.reason.trim() ? { reason: draft.reason.trim() } : {}),
    ...(draft.supersedes ? { supersedes: draft.supersedes } : {}),
  };
}

/** The draft as the pages of the screens know an announcement, open now. */
export function asShown(draft) {
  const { texts, headline = '', detail = '' } = requestOf(draft, 0);
  return { id: 'draft', thread: 'draft', level: draft.level, mode: draft.mode, headline, detail, texts, targets: draft.targets, from: 0, until: null, end: null, reviewBy: null, allClear: false };
}
