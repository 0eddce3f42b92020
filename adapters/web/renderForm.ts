import { instantOf, msOf } from '../../src/alliance/instant.js';
import { wallOf } from '../../src/alliance/zone.js';
import type { Card, Field, Form } from '../../src/cards/card.js';
import type { Problem } from '../../src/cards/forms.js';
import { figure } from '../../src/cards/words/general.js';
import { playgroundWords } from '../../src/cards/words/playground.js';
import { exactly, html, type Markup } from './html.js';
import { hidden, type Place, renderCard, renderSpans } from './render.js';

/** What was typed, by the name of the field. */
export type Typed = ReadonlyMap<string, string>;

/** How a form came back: what was typed, what is wrong beside its field, and what was refused as a whole. */
export interface CameBack {
  readonly typed: Typed;
  readonly problems: readonly Problem[];
  readonly refusal: Card | null;
}

/**
 * A neutral form as a part of a page, or of a dialog where there is script. One that came back shows what was typed
 * again, letter by letter, with each problem beside its field and all of them listed first.
 */
export const renderForm = (form: Form, place: Place, back: CameBack | null): Markup => {
  const words = playgroundWords.form;
  const problems = back?.problems ?? [];
  const problemOf = (field: Field): string | null =>
    problems.find((problem) => problem.field === field.name)?.says ?? null;
  return html`<section class="form" id="part" aria-labelledby="part-title">
    <h2 id="part-title">${form.title}</h2>
    ${problems.length > 0 && renderProblems(problems)}
    ${back?.refusal && html`<div class="only-you" role="alert" tabindex="-1">${renderCard(back.refusal, place)}</div>`}
    ${form.intro.length > 0 && html`<p>${renderSpans(form.intro)}</p>`}
    <form
      method="post"
      action="${place.chair}/press"
      data-press
      novalidate${form.fields.some(({ kind }) => kind === 'file') && html` enctype="multipart/form-data"`}
    >
      ${hidden('press', form.press)}${hidden('nonce', place.nonce())}${hidden('back', place.page)}
      ${form.fields.map((field) => renderField(field, back?.typed.get(field.name) ?? null, problemOf(field)))}
      <div class="buttons">
        <button class="primary">${form.submit}</button>
        <a class="button" href="${place.chair}/${place.page}" data-close>${words.cancel}</a>
      </div>
    </form>
  </section>`;
};

/** A form that does not open, or no longer: why, and what was typed, so that it is not lost. */
export const renderRefused = (refusal: Card, place: Place, typed: Typed): Markup => {
  const words = playgroundWords.form;
  const texts = [...typed.values()].filter((text) => text.trim().length > wordsKeptLeast);
  return html`<section class="form" id="part" aria-labelledby="part-title">
    <h2 id="part-title">${words.refused}</h2>
    <div class="only-you" role="alert" tabindex="-1">${renderCard(refusal, place)}</div>
    ${
      texts.length > 0 &&
      html`<h3>${words.typed}</h3>
        ${texts.map((text) => html`<blockquote dir="auto">${text}</blockquote>`)}`
    }
    <p><a class="button" href="${place.chair}/${place.page}" data-close>${words.back}</a></p>
  </section>`;
};

/** Anything shorter was chosen from a list, or is written again in a moment. */
const wordsKeptLeast = 20;

/** What the name of a field's answer begins with in the body of a press. */
export const answerPrefix = 'answer.';

const renderProblems = (problems: readonly Problem[]): Markup =>
  html`<div class="problems" role="alert" tabindex="-1" aria-labelledby="problems-title">
    <h3 id="problems-title">${playgroundWords.form.problems}</h3>
    <ul>
      ${problems.map(({ field, says }) => html`<li><a href="#field-${field}">${says}</a></li>`)}
    </ul>
  </div>`;

const renderField = (field: Field, typed: string | null, problem: string | null): Markup => {
  const id = `field-${field.name}`;
  const optional = !field.required && html` <span class="hint">(${playgroundWords.form.optional})</span>`;
  const about = html`${field.hint !== undefined && html`<p class="hint" id="${id}-hint">${field.hint}</p>`}
  ${problem !== null && html`<p class="problem" id="${id}-problem">${problem}</p>`}`;
  const wrong = problem === null ? '' : ' wrong';
  if (field.kind === 'choice' && field.options.length <= radiosMost) {
    return html`<fieldset
      class="field${wrong}"
      id="${id}"
      role="radiogroup"
      tabindex="-1"
      ${describedBy(field, id, problem)}
    >
      <legend>${field.label}${optional}</legend>
      ${about}${renderRadios(field, id, typed)}
    </fieldset>`;
  }
  return html`<div class="field${wrong}">
    <label for="${id}">${field.label}${optional}</label>
    ${about}${renderInput(field, id, typed, problem)}
  </div>`;
};

const radiosMost = 7;

const describedBy = (field: Field, id: string, problem: string | null, more: readonly string[] = []): Markup => {
  const ids = [field.hint !== undefined && `${id}-hint`, problem !== null && `${id}-problem`, ...more].filter(Boolean);
  return html`${ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`}${problem !== null && html` aria-invalid="true"`}`;
};

const renderInput = (field: Field, id: string, typed: string | null, problem: string | null): Markup => {
  const name = `${answerPrefix}${field.name}`;
  const common = (more: readonly string[] = []): Markup =>
    html`id="${id}"
    name="${name}"${describedBy(field, id, problem, more)}${field.required && html` aria-required="true"`}`;
  switch (field.kind) {
    case 'text': {
      const value = exactly(typed ?? field.value ?? '');
      const size = html` data-most="${field.most}" autocomplete="off"`;
      return html`${
        field.lines === 'many'
          ? html`<textarea ${common([`${id}-left`])}${size} rows="${field.most > 500 ? 6 : 3}" dir="auto">
${value}</textarea>`
          : html`<input type="text" ${common([`${id}-left`])}${size} value="${value}" dir="auto" />`
      }
      ${renderLeft(id, field.most)}`;
    }
    case 'choice':
      return html`<select ${common()}>
        <option value="">${playgroundWords.form.choose}</option>
        ${field.options.map(
          ({ value, label }) =>
            html`<option value="${exactly(value)}" ${value === (typed ?? field.value) && html` selected`}>
              ${label}
            </option>`,
        )}
      </select>`;
    case 'instant': {
      const value = typed ?? (field.value === undefined ? '' : wallValue(field.timeZone, field.value));
      return html`<input type="datetime-local" ${common([`${id}-zone`])} value="${exactly(value)}" />
        <p class="hint" id="${id}-zone">${playgroundWords.form.zone(field.timeZone)}</p>`;
    }
    case 'date':
      return html`<input type="date" ${common()} value="${exactly(typed ?? field.value ?? '')}" />`;
    case 'file':
      return html`<input type="file" ${common()} accept="${field.endings.map((ending) => `.${ending}`).join(',')}" />`;
  }
};

const renderLeft = (id: string, most: number): Markup =>
  html`<p
    class="left"
    id="${id}-left"
    data-left="${playgroundWords.form.left}"
    data-over="${playgroundWords.form.over}"
  >
    ${playgroundWords.form.most(figure(most))}
  </p>`;

/** Where an answer may be left out, that is an option as well: a radio button once chosen cannot be let go of. */
const choosable = ({ options, required }: Field & { readonly kind: 'choice' }) =>
  required ? options : [...options, { value: '', label: playgroundWords.form.none, hint: undefined }];

const renderRadios = (field: Field & { readonly kind: 'choice' }, id: string, typed: string | null): Markup =>
  html`${choosable(field).map(({ value, label, hint }, at) => {
    const hintId = `${id}-${at}-hint`;
    const checked = value === (typed ?? field.value ?? '');
    return html`<div class="option">
      <input
        type="radio"
        id="${id}-${at}"
        name="${answerPrefix}${field.name}"
        value="${exactly(value)}"
        ${checked && html` checked`}${hint !== undefined && html` aria-describedby="${hintId}"`}
      />
      <label for="${id}-${at}">${label}</label>
      ${hint !== undefined && html`<p class="hint" id="${hintId}">${hint}</p>`}
    </div>`;
  })}`;

const wallValue = (timeZone: string, at: string): string => instantOf(wallOf(timeZone, msOf(at))).slice(0, 16);
