import type { AllianceCode, PersonId } from '../../src/alliance/names.js';
import type { Refusal } from '../../src/alliance/refusals.js';
import type { Form } from '../../src/cards/card.js';
import { formOf, type Problem } from '../../src/cards/forms.js';
import { waitingCount } from '../../src/cards/lists.js';
import { decodePress, type FormPress, type OrderPress } from '../../src/cards/press.js';
import { refusalCard } from '../../src/cards/replies.js';
import type { View } from '../../src/cards/view.js';
import { playgroundWords } from '../../src/cards/words/playground.js';
import { refusalWords } from '../../src/cards/words/refusals.js';
import { serverWords } from '../../src/cards/words/server.js';
import { drawn } from '../../src/clerk/drawing.js';
import { found, turnedAway } from './answers.js';
import { chairAddress } from './chairs.js';
import type { Visit } from './door.js';
import { isPage, renderPlace, tabOf } from './frame.js';
import { html, type Markup } from './html.js';
import { renderPage } from './page.js';
import { baseOf, means, type Playground } from './playground.js';
import type { Place } from './render.js';
import { renderForm, renderRefused, type Typed } from './renderForm.js';

/** Whose form, opened by which press, and where it leads back to. */
export interface Opened {
  readonly code: AllianceCode;
  readonly person: PersonId;
  readonly press: OrderPress | FormPress;
  readonly back: string;
}

/** Why a form came back: problems found in its answers, or a refusal by the rules. */
export type Wrong = { readonly problems: readonly Problem[] } | { readonly refusal: Refusal };

/** The form that a button opens, as a page; the script shows the same as a dialog. */
export const formPage = async (
  playground: Playground,
  visit: Visit,
  code: AllianceCode,
  person: PersonId,
): Promise<Response> => {
  const press = decodePress(visit.req.query('press') ?? '');
  const back = visit.req.query('back') ?? '';
  if (press?.act !== 'form') return turnedAway(visit, { status: 400, sentence: serverWords.unreadablePress });
  if (press.alliance !== code) return turnedAway(visit, { status: 403, sentence: serverWords.otherAlliance });
  const opened = { code, person, press, back: isPage(back) ? back : '' };
  return found(visit, await renderFormPage(playground, opened, null));
};

/** The page of a form, new or come back. Null when there is no such alliance or nobody in that chair. */
export const renderFormPage = (
  playground: Playground,
  { code, person, press, back }: Opened,
  cameBack: { readonly typed: Typed; readonly wrong: Wrong } | null,
): Promise<string | null> =>
  drawn(playground.clerk, code, (view) => {
    if (!view.alliance.people.has(person) || press.act !== 'form') return null;
    const base = baseOf(playground);
    const chair = chairAddress(`${base}/${code}`, person);
    const place: Place = { chair, page: back, ...means(playground) };
    const part =
      cameBack === null ? renderNew(view, press, person, place) : renderAgain(view, press, person, place, cameBack);
    return renderPage(
      {
        title: [playgroundWords.form.title, view.alliance.name],
        base,
        alliance: '',
        place: renderPlace(view, base, person, tabOf(back), waitingCount(view, person)),
      },
      html`<div class="narrow">${part}</div>`,
    );
  });

const renderNew = (view: View, press: FormPress, person: PersonId, place: Place): Markup => {
  const form = formOf(view, press, person);
  return isRefusal(form)
    ? renderRefused(refusalCard(view, form, person, press), place, new Map())
    : renderForm(form, place, null);
};

const renderAgain = (
  view: View,
  press: FormPress,
  person: PersonId,
  place: Place,
  { typed, wrong }: { readonly typed: Typed; readonly wrong: Wrong },
): Markup => {
  const form = formOf(view, press, person);
  if (isRefusal(form)) return renderRefused(refusalCard(view, form, person, press), place, typed);
  if ('problems' in wrong) return renderForm(form, place, { typed, problems: wrong.problems, refusal: null });
  const problem = besideField(view, form, wrong.refusal, person);
  const refusal = problem === null ? refusalCard(view, wrong.refusal, person, press) : null;
  return renderForm(form, place, { typed, problems: problem === null ? [] : [problem], refusal });
};

const isRefusal = (form: Form | Refusal): form is Refusal => 'why' in form;

/** A refusal that is about one answer stands beside it. */
const besideField = (view: View, form: Form, refusal: Refusal, person: PersonId): Problem | null => {
  const field = 'field' in refusal ? refusal.field : refusal.why.startsWith('deadline') ? 'deadline' : null;
  return field !== null && form.fields.some(({ name }) => name === field)
    ? { field, says: refusalWords(view, refusal, person).sentences.join(' ') }
    : null;
};
