import { plusMs } from '../../alliance/instant.js';
import { isRisk, vacanciesAt } from '../../alliance/vacancies.js';
import type { Vacancy } from '../../alliance/vacancies.js';
import { bold, plain } from '../card.js';
import type { Block, Span } from '../card.js';
import { vacancyWords } from '../words/digest.js';
import { dayWords } from '../words/moments.js';
import { memberName } from '../words/names.js';
import { powerHolders } from '../words/officers.js';
import type { DigestView } from './digest.js';

/**
 * For which members nobody can speak, now or in the four weeks ahead, and who can help: a warning before it is a problem
 * (domain.md PL-9), and a risk once it has lasted for more than ten working days (B4).
 */
export const vacancies = (view: DigestView): readonly Block[] => {
  const near = vacanciesAt(view.alliance, view.now).filter(({ from }) => from <= plusMs(view.now, aheadMs));
  return near.length === 0 ? [] : [{ kind: 'list', items: near.map((vacancy) => lineOf(view, vacancy)) }];
};

const aheadMs = 28 * 86_400_000;

const lineOf = (view: DigestView, vacancy: Vacancy): readonly Span[] => {
  const { member, from, to } = vacancy;
  const words = {
    member: memberName(view, member),
    from: dayWords(view, from),
    until: to === null ? null : dayWords(view, to),
    who: powerHolders(view, 'changePeople'),
  };
  if (from > view.now) return [plain(vacancyWords.ahead(words))];
  if (!isRisk(view.alliance, vacancy, view.now)) return [plain(vacancyWords.now(words))];
  return [bold(vacancyWords.risk), plain(` ${vacancyWords.long(words)}`)];
};
