import { spansAsText } from '../../src/cards/plainText.js';
import type { Field, Form } from '../../src/cards/card.js';
import type { Problem } from '../../src/cards/forms.js';
import { pageWords } from '../../src/cards/words/pages.js';

/** A page of sentences: why there is nothing here, or what came of a file. */
export const sentencesPage = (title: string, sentences: readonly string[]): string =>
  framed(title, sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n'));

/** A form that takes a file, without scripts; one that came back has each problem beside its field. */
export const formPage = (
  form: Form,
  typed: Readonly<Record<string, string>> = {},
  problems: readonly Problem[] = [],
): string =>
  framed(
    form.title,
    [
      `<p>${escaped(spansAsText(form.intro))}</p>`,
      '<form method="post" enctype="multipart/form-data">',
      ...form.fields.map((field) => fieldOf(field, typed[field.name] ?? '', problems)),
      `<p><button>${escaped(form.submit)}</button></p>`,
      '</form>',
      `<p>${escaped(pageWords.once)}</p>`,
    ].join('\n'),
  );

const fieldOf = (field: Field, typed: string, problems: readonly Problem[]): string => {
  const id = `field-${field.name}`;
  const wrong = problems.filter((problem) => problem.field === field.name).map(({ says }) => says);
  return [
    `<p><label for="${id}">${escaped(field.label)}</label>`,
    ...wrong.map((says) => `<strong role="alert">${escaped(says)}</strong>`),
    ...(field.hint === undefined ? [] : [`<small>${escaped(field.hint)}</small>`]),
    `${inputOf(field, id, typed)}</p>`,
  ].join('<br>\n');
};

const inputOf = (field: Field, id: string, typed: string): string => {
  const common = `id="${id}" name="${field.name}"${field.required ? ' required' : ''}`;
  switch (field.kind) {
    case 'file':
      return `<input type="file" ${common} accept="${field.endings.map((ending) => `.${ending}`).join(',')}">`;
    case 'choice':
      return `<select ${common}>${field.options
        .map(
          ({ value, label }) =>
            `<option value="${escaped(value)}"${value === typed ? ' selected' : ''}>${escaped(label)}</option>`,
        )
        .join('')}</select>`;
    case 'text':
    case 'instant':
    case 'date':
      return `<input type="text" ${common} value="${escaped(typed)}" autocomplete="off">`;
  }
};

const framed = (title: string, body: string): string =>
  [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    `<body><main><h1>${escaped(title)}</h1>`,
    body,
    '</main></body>',
    '</html>',
    '',
  ].join('\n');

const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/gu, '<br>');

const style =
  'body{font:1rem/1.5 Verdana,sans-serif;color:#1b1b1b;background:#fff;max-width:36rem;margin:2rem auto;padding:0 1rem}' +
  'h1{font-size:1.4rem}label{font-weight:bold}input,select,button{font:inherit;max-width:100%;padding:.4rem;margin:.3rem 0}' +
  'strong{color:#a3000f}small{color:#444}';
